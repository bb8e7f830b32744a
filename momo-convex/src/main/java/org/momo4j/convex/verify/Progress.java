package org.momo4j.convex.verify;

/** Told how far a verification is; called from its threads. */
public interface Progress {
    /** So many runs have to be made. */
    void total(int runs);

    /** One more run is made. */
    void done();

    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void total(int runs) {
            // nobody listens
        }

        @Override
        public void done() {
            // nobody listens
        }
    };
}
