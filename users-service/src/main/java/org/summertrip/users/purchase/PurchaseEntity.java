package org.summertrip.users.purchase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The row of a purchase. */
@Entity
@Table(name = "purchases")
class PurchaseEntity {
    @Id
    UUID id;

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "product_type")
    String productType;

    BigDecimal amount;
    String currency;

    @Column(name = "purchased_at")
    Instant purchasedAt;
}
