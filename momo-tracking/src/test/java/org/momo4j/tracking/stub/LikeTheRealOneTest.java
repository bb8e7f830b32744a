package org.momo4j.tracking.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.tracking.server.Client;
import org.momo4j.tracking.server.ReadBack;
import org.momo4j.tracking.server.RealServer;
import org.momo4j.tracking.server.Recorded;
import org.momo4j.tracking.server.SharedServer;

/** The stub and a real server, asked the same, answer the same and hold the same. */
@ExtendWith(SharedServer.class)
class LikeTheRealOneTest {
    /** The requests of one case, on one run of an experiment of its own. */
    private record Talk(Client client, String experiment, String run) {
        int post(String call, String body) {
            return client.post(call, body.replace("RUN", run).replace("EXPERIMENT", experiment).replace('\'', '"'))
                    .status();
        }

        int batch(String metrics, String params, String tags) {
            return post("runs/log-batch",
                    "{'run_id':'RUN','metrics':[" + metrics + "],'params':[" + params + "],'tags':[" + tags + "]}");
        }

        /** The status, and what is said to a file that is taken: nothing. */
        String put(String path, String content) {
            Client.Answer answer = client.put(experiment, run, path, content.getBytes(StandardCharsets.UTF_8));
            return answer.status() + (answer.status() == 200 ? new String(answer.body(), StandardCharsets.UTF_8) : "");
        }

        int get(String call) {
            return client.get(call.replace("RUN", run)).status();
        }
    }

    /**
     * A case.
     *
     * @param name what it is about
     * @param ask  asks, and gives what was answered
     */
    private record Case(String name, Function<Talk, List<?>> ask) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, Function<Talk, List<?>> ask) {
        return new Case(name, ask);
    }

    private static String metric(String key, String value, long step) {
        return "{'key':'" + key + "','value':" + value + ",'timestamp':5,'step':" + step + "}";
    }

    private static String pair(String key, String value) {
        return "{'key':'" + key + "','value':'" + value + "'}";
    }

    private static String many(int count, Function<Integer, String> one) {
        return String.join(",", IntStream.range(0, count).mapToObj(one::apply).toList());
    }

    private static String data(String name, String digest, String source, String context) {
        return "{'run_id':'RUN','datasets':[{'tags':[" + pair("mlflow.data.context", context) + "],'dataset':{'name':'"
                + name
                + "','digest':'" + digest + "','source_type':'local','source':'" + source + "'}}]}";
    }

    static Stream<Case> cases() {
        return Stream.of(of("nothing", talk -> List.of()),
                of("a metric twice, in one batch and in two", talk -> List.of(
                        talk.batch(metric("a", "1.5", 1) + "," + metric("a", "1.5", 1), "", ""),
                        talk.batch(metric("a", "1.5", 1) + "," + metric("b", "1", 1), "", ""),
                        talk.batch(metric("a", "2.5", 1), "", ""))),
                of("numbers that are not finite", talk -> List.of(
                        talk.batch(metric("a", "'NaN'", 1) + "," + metric("a", "'Infinity'", 2) + ","
                                + metric("a", "'-Infinity'", 3) + "," + metric("a", "'NaN'", 1), "", ""),
                        talk.batch(
                                metric("a", "'NaN'", 1) + "," + metric("a", "'Infinity'", 2) + ","
                                        + metric("a", "0", 1),
                                "", ""))),
                of("the sign of zero",
                        talk -> List.of(talk.batch(metric("a", "0.0", 1) + "," + metric("a", "-0.0", 1), "", ""),
                                talk.batch(metric("b", "-0.0", 1), "", ""), talk.batch(metric("b", "0.0", 1), "", ""))),
                of("NaN without quotes takes what comes behind it along", talk -> List.of(talk.batch(
                        metric("a", "1", 1) + "," + metric("b", "NaN", 2) + "," + metric("c", "3", 3), pair("p", "1"),
                        ""))),
                of("Infinity without quotes",
                        talk -> List.of(talk.batch(metric("a", "-Infinity", 1), pair("p", "1"), ""))),
                of("a number too large", talk -> List.of(talk.batch(metric("a", "1e999", 1), "", ""))),
                of("numbers as text", talk -> List.of(talk.batch(
                        "{'key':'a','value':'1e3','timestamp':'7','step':'-8'},{'key':'b','value':1,'timestamp':7}", "",
                        ""))),
                of("a metric with something missing", talk -> List.of(
                        talk.batch("{'key':'a','timestamp':1,'step':1}", "", ""),
                        talk.batch("{'value':1,'timestamp':1,'step':1}", "", ""),
                        talk.batch("{'key':'a','value':1,'step':1}", "", ""),
                        talk.batch("{'key':'a','value':1,'timestamp':-1}", "", ""))),
                of("a parameter cannot change, and takes its batch along", talk -> List.of(
                        talk.batch("", pair("p", "1"), ""), talk.batch("", pair("p", "1"), ""),
                        talk.batch(metric("a", "1", 1), pair("q", "1") + "," + pair("p", "2"), pair("t", "1")))),
                of("a parameter twice in one batch",
                        talk -> List.of(talk.batch(metric("a", "1", 1), pair("q", "1") + "," + pair("q", "1"), ""))),
                of("a bad key takes its batch along", talk -> List.of(talk.batch(
                        metric("a", "1", 1) + "," + metric("b//c", "1", 1), pair("p", "1"), pair("t", "1")))),
                of("keys", talk -> keys().map(key -> talk.batch(metric(key, "1", 1), "", "")).toList()),
                of("keys of parameters and tags", talk -> keys()
                        .map(key -> List.of(talk.batch("", pair(key, "1"), ""), talk.batch("", "", pair(key, "1"))))
                        .toList()),
                of("empty values", talk -> List.of(talk.batch("", pair("p", "") + ",{'key':'q'}", pair("t", "")),
                        talk.batch("", pair("q", ""), ""))),
                of("values that are no text",
                        talk -> List.of(talk.batch("", "{'key':'p','value':5},{'key':'q','value':'x'}", ""))),
                of("long values are cut", talk -> List.of(
                        talk.batch("", pair("p", "x".repeat(6001)), pair("t", "y".repeat(8001))),
                        talk.batch("", pair("p", "x".repeat(6002)), ""),
                        talk.batch("", pair("e", "é".repeat(6000)), pair("e", "é".repeat(8000))))),
                of("1000 metrics", talk -> List.of(talk.batch(many(1000, i -> metric("a", "1", i)), "", ""))),
                of("1001 metrics", talk -> List.of(talk.batch(many(1001, i -> metric("a", "1", i)), "", ""))),
                of("100 and 101 parameters", talk -> List.of(talk.batch("", many(100, i -> pair("p" + i, "1")), ""),
                        talk.batch("", many(101, i -> pair("q" + i, "1")), ""))),
                of("100 and 101 tags", talk -> List.of(talk.batch("", "", many(100, i -> pair("p" + i, "1"))),
                        talk.batch("", "", many(101, i -> pair("q" + i, "1"))))),
                of("1000 and 1001 things", talk -> List.of(
                        talk.batch(many(900, i -> metric("a", "1", i)), many(50, i -> pair("p" + i, "1")),
                                many(50, i -> pair("t" + i, "1"))),
                        talk.batch(many(900, i -> metric("b", "1", i)), many(50, i -> pair("q" + i, "1")),
                                many(51, i -> pair("u" + i, "1"))))),
                of("no JSON",
                        talk -> List.of(talk.post("runs/log-batch", "{'run_id':'RUN'"), talk.post("runs/log-batch", ""),
                                talk.post("runs/create", "{"),
                                talk.post("runs/log-batch", "{'run_id':'RUN','metrics':{}}"),
                                talk.post("runs/log-batch", "{'metrics':[]}"))),
                of("unknown runs and experiments", talk -> List.of(talk.post("runs/log-batch", "{'run_id':'nix'}"),
                        talk.post("runs/log-batch", "{'run_id':'../x'}"), talk.get("runs/get?run_id=nix"),
                        talk.post("runs/set-tag", "{'run_id':'nix','key':'a','value':'b'}"),
                        talk.post("runs/update", "{'run_id':'nix','status':'FINISHED'}"),
                        talk.post("runs/log-inputs", "{'run_id':'nix','datasets':[]}"),
                        talk.post("runs/create", "{'experiment_id':'9999'}"), talk.post("runs/create", "{}"),
                        talk.get("experiments/get-by-name?experiment_name=nix"), talk.get("no/such"),
                        talk.get("metrics/get-history?run_id=nix&metric_key=a"),
                        talk.get("metrics/get-history?run_id=RUN&metric_key=a&max_results=0"))),
                of("runs are made anew each time", talk -> List.of(
                        talk.post("runs/create", "{'experiment_id':'EXPERIMENT','run_name':'x','start_time':'7'}"),
                        talk.post("runs/create", "{'experiment_id':'EXPERIMENT','run_name':'x','start_time':7}"),
                        talk.post("runs/create", "{'experiment_id':'EXPERIMENT','run_name':'x','start_time':'a'}"))),
                of("tags of a new run", talk -> List.of(
                        talk.post("runs/create",
                                "{'experiment_id':'EXPERIMENT','tags':[" + pair("mlflow.runName", "n") + "]}"),
                        talk.post("runs/create",
                                "{'experiment_id':'EXPERIMENT','run_name':'n','tags':[" + pair("a//b", "n") + "]}"),
                        talk.post("runs/create",
                                "{'experiment_id':'EXPERIMENT','tags':[" + pair("a", "n") + "," + pair("a", "m")
                                        + "]}"),
                        talk.post("runs/create",
                                "{'experiment_id':'EXPERIMENT','run_name':'m','tags':[" + pair("mlflow.runName", "n")
                                        + "]}"))),
                of("experiments", talk -> List.of(talk.post("experiments/create", "{'name':'twice'}") >= 200,
                        talk.post("experiments/create", "{'name':'twice'}"),
                        talk.post("experiments/create", "{'name':''}"),
                        talk.post("experiments/create", "{'name':' '}"), talk.post("experiments/create", "{'name':5}"),
                        talk.post("experiments/create", "{'name':'" + "x".repeat(501) + "'}"),
                        talk.post("experiments/create", "{}"), talk.post("experiments/search", "{}"),
                        talk.post("experiments/search", "{'max_results':1}"),
                        talk.get("experiments/search?max_results=1"),
                        talk.get("experiments/search"), talk.get("experiments/search?max_results=0"))),
                of("searches", LikeTheRealOneTest::searches),
                of("tags", talk -> List.of(talk.post("runs/set-tag", "{'run_id':'RUN','key':'a','value':'1'}"),
                        talk.post("runs/set-tag", "{'run_id':'RUN','key':'a','value':'2'}"),
                        talk.post("runs/set-tag", "{'run_id':'RUN','key':'b'}"),
                        talk.post("runs/set-tag", "{'run_id':'RUN','key':'','value':'2'}"),
                        talk.post("runs/set-tag", "{'run_id':'RUN','key':'a/../b','value':'2'}"),
                        talk.post("runs/set-tag", "{'run_id':'RUN','key':'mlflow.runName','value':'other'}"),
                        talk.batch("", "", pair("a", "3") + "," + pair("c", "4")),
                        talk.batch("", "",
                                pair("a", "5") + "," + pair("a", "6") + "," + pair("mlflow.runName", "third")))),
                of("status",
                        talk -> List.of(talk.post("runs/update", "{'run_id':'RUN','status':'FINISHED','end_time':'9'}"),
                                talk.batch(metric("after", "1", 1), "", ""),
                                talk.post("runs/update", "{'run_id':'RUN','status':'RUNNING'}"),
                                talk.post("runs/update", "{'run_id':'RUN','status':'NONSENSE','run_name':'lost'}"),
                                talk.post("runs/update", "{'run_id':'RUN','run_name':'n','status':'KILLED'}"),
                                talk.post("runs/update", "{'status':'KILLED'}"))),
                of("data sets", talk -> List.of(talk.post("runs/log-inputs", data("d", "1", "s", "training")),
                        talk.post("runs/log-inputs", data("d", "1", "s", "training")),
                        talk.post("runs/log-inputs", data("d", "1", "other", "test")),
                        talk.post("runs/log-inputs", data("d", "2", "s", "test")),
                        talk.post("runs/log-inputs", data("d", "x".repeat(37), "s", "test")),
                        talk.post("runs/log-inputs", data("d", "3", "s", "x".repeat(501))))),
                of("a data set of another run", talk -> List.of(
                        talk.post("runs/log-inputs", data("d", "1", "s", "training")),
                        new Talk(talk.client(), talk.experiment(), created(talk.client(), talk.experiment(), "other"))
                                .post("runs/log-inputs", data("d", "1", "t", "test")))),
                of("artifacts",
                        talk -> List.of(talk.put("a.txt", "one"), talk.put("a.txt", "two"), talk.put("empty", ""),
                                talk.put("b/c/d e+é%:;x?y.txt", "three"), talk.put("b/../x", "four"),
                                talk.put("b//x", "five"),
                                talk.put("b#x", "six"),
                                new String(talk.client().content(talk.experiment(), talk.run(), "a.txt").body(),
                                        StandardCharsets.UTF_8),
                                talk.client().content(talk.experiment(), talk.run(), "nix").status())));
    }

    private static Stream<String> keys() {
        return Stream.of("a b", "a:b", "a/b", "a.b-c_d", "é", "é", "½", "日本", "٣", " a", ".a", "..a", "a/", "/a",
                "a//b", "a/./b",
                "a/../b", ".", "", "‿", "😀", "a;b", "a\\\\b", "a\\u0000", "a\\nb", "a=b", "k".repeat(250),
                "k".repeat(251),
                "é".repeat(250));
    }

    private static List<?> searches(Talk talk) {
        talk.batch("", "", pair("momo.uid", "u-1"));
        List<Object> found = new ArrayList<>();
        for (String filter : List.of("tags.`momo.uid` = 'u-1'", "tags.`momo.uid` = 'u-2'",
                "tags.`momo.uid`='u-1' and tags.`mlflow.runName` = 'run'", "tags.momo = 'x'", "tags.`momo.uid` = u",
                "")) {
            Client.Answer answer = talk.client().post("runs/search",
                    "{\"experiment_ids\":[\"" + talk.experiment() + "\"],\"filter\":\"" + filter + "\"}");
            found.add(answer.status());
            found.add(answer.json().path("runs").size());
        }
        found.add(talk.post("runs/search", "{'experiment_ids':['EXPERIMENT'],'max_results':0}"));
        found.add(talk.post("runs/search", "{'experiment_ids':['9999']}"));
        found.add(talk.client().post("runs/search", "{}").json().path("runs").size());
        return found;
    }

    private static String created(Client client, String experiment, String name) {
        return client.post("runs/create",
                "{\"experiment_id\":\"" + experiment + "\",\"run_name\":\"" + name + "\",\"start_time\":1700000000000}")
                .json()
                .path("run").path("info").path("run_id").asText();
    }

    private static Talk talk(Client client, String experiment) {
        String id = client.post("experiments/create", "{\"name\":\"" + experiment + "\"}").json().path("experiment_id")
                .asText();
        return new Talk(client, id, created(client, id, "run"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameAnswersAndSameReadBack(Case one, RealServer real) {
        String experiment = "like: " + one.name();
        try (StubServer stub = StubServer.start();
                Client toStub = new Client(stub.uri());
                Client toReal = new Client(real.uri())) {
            Talk stubbed = talk(toStub, experiment);
            Talk truly = talk(toReal, experiment);
            assertEquals(one.ask().apply(truly), one.ask().apply(stubbed), "answers");
            List<Recorded.Run> right = real.runs(experiment);
            assertTrue(!right.isEmpty());
            assertEquals(comparable(right), comparable(stub.runs(experiment)), "what it holds");
            assertEquals(stub.runs(experiment), new ReadBack(toStub).runs(experiment),
                    "what it holds and what it says");
            assertEquals(latest(toReal, truly), latest(toStub, stubbed), "latest values");
        }
    }

    /** Without ids, and the names that a server makes up. */
    private static List<String> comparable(List<Recorded.Run> runs) {
        return runs.stream().map(run -> {
            Map<String, String> tags = new TreeMap<>(run.tags());
            boolean isNamed = run.name().length() < 6;
            String name = isNamed ? run.name() : "made up";
            assertEquals(run.name(), tags.put("mlflow.runName", name));
            return new Recorded.Run("", "", name, run.status(), run.startTime(), run.endTime(), run.params(), tags,
                    run.metrics(),
                    run.dataSets(), run.artifacts()).toString();
        }).sorted().toList();
    }

    private static Map<String, JsonNode> latest(Client client, Talk talk) {
        Map<String, JsonNode> latest = new TreeMap<>();
        client.get("runs/get?run_id=" + talk.run()).json().path("run").path("data").path("metrics")
                .forEach(metric -> latest.put(metric.path("key").asText(), metric));
        return latest;
    }
}
