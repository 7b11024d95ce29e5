package org.summertrip.files.membership;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** What is of interest here in the events about members. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MembershipFact(UUID groupId, UUID userId, Instant joinedAt, Instant at) {}
