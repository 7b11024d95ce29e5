package org.summertrip.gateway.limit;

import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.summertrip.gateway.limit.Advance.Question;

/** One charge that is being met: from what was taken in advance, or by asking the bucket. */
final class Taking {
    /** So many numbers are answered for each bucket. */
    static final int ANSWERS = 3;

    private final Charge charge;
    private final Advance advance;
    private final long most;
    private Question question = Question.NONE;
    private long waitMicros;

    /** @param most that may be taken in advance; 0 where each is to be counted by itself */
    Taking(Charge charge, Advance advance, long most) {
        this.charge = charge;
        this.advance = advance;
        this.most = most;
    }

    String bucket() {
        return charge.bucket();
    }

    boolean spend() {
        return advance.spend(charge.cost());
    }

    void undo() {
        advance.undo(charge.cost());
    }

    long most() {
        return most;
    }

    /** @param more whether to take something in advance; what is left over goes back in any case */
    void ask(boolean more) {
        question = advance.ask(more ? most : 0);
    }

    /** What the script wants to know of a bucket. */
    List<?> arguments() {
        Quota quota = charge.quota();
        return List.of(quota.microsPerUnit(), quota.amount(), charge.cost(), question.units(), question.back());
    }

    /** @param at where in the answer this bucket's numbers begin */
    void answer(Response answer, int at, Instant asked, Duration life) {
        waitMicros = answer.get(at + 1).toLong();
        advance.answer(
                question,
                answer.get(at + 2).toLong(),
                asked,
                life,
                answer.get(at).toLong());
    }

    void fail() {
        advance.fail(question);
    }

    Balance balance() {
        return advance.balance(charge, waitMicros);
    }
}
