package org.momo4j.tracking.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the lines of a journal say, taken together. */
public final class Logged {
    private Optional<Entry.Began> began = Optional.empty();
    private final Map<String, String> params = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, Long> lastSteps = new HashMap<>();
    private final Set<Entry> once = new HashSet<>();
    private Optional<Entry.Ended> ended = Optional.empty();

    /** Nothing yet. */
    public Logged() {}

    /** Takes one more entry into account. */
    public void add(Entry entry) {
        goesOn();
        switch (entry) {
            case Entry.Metrics(long step, Map<String, Double> values) ->
                values.keySet().forEach(key -> lastSteps.merge(key, step, Math::max));
            case Entry.Began first -> began = Optional.of(first);
            case Entry.Params(Map<String, String> values) -> params.putAll(values);
            case Entry.Tags(Map<String, String> values) -> tags.putAll(values);
            case Entry.Ended last -> ended = Optional.of(last);
            case Entry.DataSet _,Entry.Artifact _ -> once.add(entry);
        }
    }

    /** Something was added that need not be remembered. */
    public void goesOn() {
        ended = Optional.empty();
    }

    /** The first line; empty if there is none. */
    public Optional<Entry.Began> began() {
        return began;
    }

    /** The value of a parameter. */
    public Optional<String> param(String key) {
        return Optional.ofNullable(params.get(key));
    }

    /** The newest value of a tag. */
    public Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key));
    }

    /** Whether a metric has a value at this step or a later one. */
    public boolean reaches(String key, long step) {
        return lastSteps.getOrDefault(key, Long.MIN_VALUE) >= step;
    }

    /** Whether one of these metrics has. */
    public boolean reachesAny(Iterable<String> keys, long step) {
        if (!lastSteps.isEmpty()) {
            for (String key : keys) {
                if (reaches(key, step)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether there is such a line. */
    public boolean contains(Entry entry) {
        return once.contains(entry);
    }

    /** How the run ended, if nothing came after that. */
    public Optional<Entry.Ended> ended() {
        return ended;
    }
}
