package org.summertrip.graph.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.summertrip.kit.page.Page;

/**
 * One page of a list whose length is known without counting: Neo4j keeps the number of a node's edges beside them.
 *
 * @param next the cursor of the page after this one, or null when this is the last
 * @param total how long the whole list is
 */
@RegisterForReflection
public record CountedPage<T>(List<T> items, String next, long total) {
    public CountedPage {
        items = List.copyOf(items);
    }

    public static <T> CountedPage<T> of(Page<T> page, long total) {
        return new CountedPage<>(page.items(), page.next(), total);
    }
}
