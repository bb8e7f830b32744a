package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowSettingsTest {
    private static final Map<String, String> BOTH = Map.of("MLFLOW_TRACKING_USERNAME", "me",
            "MLFLOW_TRACKING_PASSWORD", "pass:w\u00f6rd", "MLFLOW_TRACKING_TOKEN", "t0ken");

    @Test
    void theUriIsStrippedOfWhatIsSecret() {
        MlflowSettings settings = MlflowSettings.of("HTTPS://me:p%40ss+1@Example.org:8443/base/?q=1", BOTH);
        assertEquals(URI.create("https://example.org:8443/base"), settings.server());
        assertEquals(Optional.of("Basic bWU6cEBzcysx"), settings.credentials().header());
        assertFalse(settings.toString().contains("p@ss") || settings.toString().contains("p%40ss"));
    }

    @Test
    void theEnvironmentIsAskedOtherwise() {
        assertEquals(Credentials.of("me", "pass:w\u00f6rd").header(),
                MlflowSettings.of("http://h:1", BOTH).credentials().header());
        Credentials token = Credentials.of(Map.of("MLFLOW_TRACKING_TOKEN", "t0ken", "MLFLOW_TRACKING_USERNAME", "me"));
        assertEquals(Optional.of("Bearer t0ken"), token.header());
        assertFalse(token.toString().contains("t0ken"));
        assertEquals(Optional.empty(), Credentials.of(Map.of()).header());
        assertEquals("*** and Basic ***", Credentials.of("me", "word").hideIn("word and Basic bWU6d29yZA=="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///elsewhere/mlruns", "sqlite:////elsewhere/mlflow.db", "databricks", "mlruns",
            "ftp://me:word@h",
            "http:///x", "http://me:word@h o", "", "h:5000", "http://me:word/word@h:5000", "http://me:1/word@h",
            "http://me:1?word@h", "http://me:1#word@h", "http://me:word@word@h", "me:word@h", "http:/me:word@h"})
    void otherPlacesAreRefusedInOneSentence(String server) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> MlflowSettings.of(server, Map.of()));
        assertTrue(refused.getMessage().contains("http://host:port"), refused.getMessage());
        assertFalse(refused.getMessage().contains("word"), refused.getMessage());
    }

    @Test
    void whiteSpaceAroundASecretIsNoneOfIts() {
        assertEquals(Optional.of("Bearer t0ken"),
                Credentials.of(Map.of("MLFLOW_TRACKING_TOKEN", " t0ken\r\n")).header());
        assertEquals(Credentials.of("me", "word").header(), Credentials
                .of(Map.of("MLFLOW_TRACKING_USERNAME", "me\n", "MLFLOW_TRACKING_PASSWORD", "\tword\n")).header());
        assertEquals(Optional.empty(), Credentials.of(Map.of("MLFLOW_TRACKING_TOKEN", "\n")).header());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hu\nsh", "hu\u0000sh", "hu\u007fsh"})
    void controlCharactersInASecretAreRefusedWithoutTellingIt(String secret) {
        for (Map<String, String> environment : List.of(Map.of("MLFLOW_TRACKING_TOKEN", secret),
                Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", secret))) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                    () -> MlflowSettings.of("http://h:1", environment));
            assertTrue(refused.getMessage().contains("control character"), refused.getMessage());
            assertFalse(refused.getMessage().contains("hu"), refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> Credentials.ofToken("w\u00f6rd"));
    }

    @Test
    void whatPeopleAreToldIsWithoutSecrets() {
        List<String> said = new ArrayList<>();
        MlflowSettings settings = MlflowSettings.of("http://me:hush@h", Map.of());
        Voice voice = new Voice(said::add, settings.address(), settings.credentials());
        voice.say("a mistake with hush");
        voice.failed("hush, it is out of order");
        assertEquals(List.of("a mistake with ***"), said);
        assertEquals(Optional.of("***, it is out of order"), voice.trouble());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        MlflowSettings good = MlflowSettings.of(URI.create("http://h:1"));
        assertThrows(IllegalArgumentException.class, () -> good.withDeadline(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> good.withInFlight(0));
    }

    @Test
    void everyServerHasItsOwnFiles() {
        String name = MlflowSettings.of(URI.create("http://h:5000/a/b")).address().fileName();
        assertTrue(name.matches("h-5000-a-b-[0-9a-f]{8}"), name);
        assertNotEquals(name, MlflowSettings.of(URI.create("https://h:5000/a/b")).address().fileName());
        assertNotEquals(name, MlflowSettings.of(URI.create("http://h:5000/a-b")).address().fileName());
        assertEquals(name, MlflowSettings.of(URI.create("http://me:word@H:5000/a/b//")).address().fileName());
    }
}
