package org.momo4j.tracking.mlflow;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where runs are sent, and with how much patience.
 *
 * @param server       {@code http} or {@code https}; a name and password in it are taken as credentials, and out of it
 * @param credentials  who we are to it
 * @param deadline     of one call; of an artifact, one second for each MiB on top
 * @param firstPause   the longest pause after a first failure; doubled with each further one
 * @param longestPause the longest pause of all that we choose (a server may ask for a longer one)
 * @param inFlight     batches of one run that are under way at once
 */
public record MlflowSettings(URI server, Credentials credentials, Duration deadline, Duration firstPause,
        Duration longestPause, int inFlight) {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int IN_FLIGHT = 4;

    /**
     * Takes credentials out of the URI.
     *
     * @throws IllegalArgumentException if the URI is not of a server, a duration is not positive, or nothing may be in flight
     */
    public MlflowSettings {
        String userInfo = server.getRawUserInfo();
        server = ServerAddress.of(server).uri();
        if (userInfo != null) {
            credentials = Credentials.ofUserInfo(userInfo);
        }
        positive("deadline", deadline);
        positive("firstPause", firstPause);
        positive("longestPause", longestPause);
        if (inFlight < 1) {
            throw new IllegalArgumentException("inFlight " + inFlight + ": 1 or more is allowed");
        }
    }

    private static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " " + duration + ": more than zero is allowed");
        }
    }

    /** A server that asks nobody who they are, or is told so in its URI; everything else as usual. */
    public static MlflowSettings of(URI server) {
        return new MlflowSettings(server, Credentials.none(), DEADLINE, FIRST_PAUSE, LONGEST_PAUSE, IN_FLIGHT);
    }

    /**
     * A server as people name it.
     *
     * @param server      its URI
     * @param environment of the process, where {@linkplain Credentials#of(Map) credentials} are looked for
     * @throws IllegalArgumentException if it is not of a server
     */
    public static MlflowSettings of(String server, Map<String, String> environment) {
        return of(ServerAddress.parsed(server)).orElse(Credentials.of(environment));
    }

    private MlflowSettings orElse(Credentials other) {
        return credentials.isPresent()
                ? this
                : new MlflowSettings(server, other, deadline, firstPause, longestPause, inFlight);
    }

    /** The same with another deadline. */
    public MlflowSettings withDeadline(Duration other) {
        return new MlflowSettings(server, credentials, other, firstPause, longestPause, inFlight);
    }

    /** The same with other pauses. */
    public MlflowSettings withPauses(Duration first, Duration longest) {
        return new MlflowSettings(server, credentials, deadline, first, longest, inFlight);
    }

    /** The same with another number of batches under way at once. */
    public MlflowSettings withInFlight(int other) {
        return new MlflowSettings(server, credentials, deadline, firstPause, longestPause, other);
    }

    /** The address alone. */
    ServerAddress address() {
        return new ServerAddress(server);
    }
}
