package org.momo4j.testkit;

/** A mistake of the kind that authors make, planted in something that is right without it. Implemented by enums. */
public interface PlantedFault {
    /** Its name. */
    String name();

    /** The promise that it breaks. */
    String promise();
}
