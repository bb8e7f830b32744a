package org.momo4j.nn.task;

/** What computes a network. */
public enum EngineName {
    /** PyTorch, through DJL. */
    DJL,
    /** DL4J, with ND4J's native backend. */
    DL4J
}
