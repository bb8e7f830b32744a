package org.momo4j.lab.reference;

import java.util.List;

/** A paragraph, or what stands in the place of one. */
sealed interface Block {
    /**
     * Running text.
     *
     * @param parts in order
     */
    record Paragraph(List<Inline> parts) implements Block {}

    /**
     * Points of a list.
     *
     * @param points each of them running text
     */
    record Points(List<Paragraph> points) implements Block {}

    /**
     * Lines that stand as they are.
     *
     * @param text without an indent, and without a last line end
     */
    record Listing(String text) implements Block {}
}
