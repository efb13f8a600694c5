package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Http1DialogueTest {
  @Test
  void aRequestAndItsResponseArePaired() {
    List<Message> messages =
        new Talk()
            .client("GET /x?y=1 HTTP/1.1\r\nHost: a\r\n\r\n")
            .server("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
            .messages();
    assertThat(messages).hasSize(2);
    Message request = messages.get(0);
    assertThat(request.protocol()).isEqualTo(Protocol.HTTP);
    assertThat(request.kind()).isEqualTo(Kind.REQUEST);
    assertThat(request.fromClient()).isTrue();
    assertThat(request.summary()).isEqualTo("GET /x?y=1");
    assertThat(request.field("host")).isEqualTo("a");
    assertThat(request.length()).isEqualTo(32);
    Message response = messages.get(1);
    assertThat(response.kind()).isEqualTo(Kind.RESPONSE);
    assertThat(response.summary()).isEqualTo("200 OK");
    assertThat(response.field("body")).isEqualTo("5 bytes");
    assertThat(response.request()).isEqualTo(0);
    assertThat(response.rows()).isEqualTo(Rows.of(1));
    assertThat(response.problem()).isEmpty();
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() {
    List<Message> messages =
        new Talk()
            .client("GET /1 HTTP/1.1\r\n\r\n")
            .client("HEAD /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n\r\n")
            .server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab")
            // A response to HEAD has no body whatever its length says.
            .server("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n")
            .server("HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n")
            .messages();
    assertThat(messages)
        .extracting(Message::summary)
        .containsExactly("GET /1", "HEAD /2", "GET /3", "200 OK", "200 OK", "304 Not Modified");
    assertThat(messages).extracting(Message::request).containsExactly(-1, -1, -1, 0, 1, 1);
    assertThat(messages).extracting(Message::problem).containsOnly("");
  }

  @Test
  void anInterimResponseLeavesTheRequestWaiting() {
    List<Message> messages =
        new Talk()
            .client("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
            .server("HTTP/1.1 100 Continue\r\n\r\n")
            .client("abc")
            .server("HTTP/1.1 204 No Content\r\n\r\n")
            .messages();
    assertThat(messages)
        .extracting(Message::summary)
        .containsExactly("100 Continue", "POST /", "204 No Content");
    assertThat(messages).extracting(Message::request).containsExactly(0, -1, 0);
    assertThat(messages.get(1).rows()).isEqualTo(Rows.of(0, 2));
  }

  @Test
  void aChunkedBodyEndsWithItsTrailers() {
    List<Message> messages =
        new Talk()
            .client("GET / HTTP/1.1\r\n\r\n")
            .server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n")
            .server("A\r\n0123456789\r\n0\r\nDigest: z\r\n\r\nHTTP/1.1 500 Next\r\n\r\n")
            .messages();
    assertThat(messages).hasSize(3);
    assertThat(messages.get(1).field("body")).isEqualTo("15 bytes");
    assertThat(messages.get(1).field("digest")).isEqualTo("z");
    assertThat(messages.get(1).problem()).isEmpty();
    assertThat(messages.get(2).summary()).isEqualTo("500 Next");
    assertThat(messages.get(2).request()).isEqualTo(-1);
  }

  @Test
  void aBodyWithoutLengthEndsWithTheConnection() {
    Message response =
        new Talk()
            .client("GET / HTTP/1.0\r\n\r\n")
            .server("HTTP/1.0 200 OK\r\n\r\nsome")
            .server(" more")
            .messages()
            .get(1);
    assertThat(response.field("body")).isEqualTo("9 bytes");
    assertThat(response.rows()).isEqualTo(Rows.of(1, 2));
    assertThat(response.problem()).isEmpty();
  }

  @Test
  void bytesMissingFromABodyAreToldAndPassedOver() {
    List<Message> messages =
        new Talk()
            .client("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n")
            .server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
            .serverMissing(90)
            .server("defghijHTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
            .messages();
    assertThat(messages.get(2).problem()).isEqualTo("90 bytes of it were not captured");
    assertThat(messages.get(3).summary()).isEqualTo("404 No");
    assertThat(messages.get(3).problem()).isEmpty();
  }

  @Test
  void afterALostHeaderTheNextMessageIsFound() {
    List<Message> messages =
        new Talk()
            .client("GET /1 HTTP/1.1\r\nHo")
            .clientMissing(40)
            .client("x: y\r\n\r\nGET /2 HTTP/1.1\r\n\r\n")
            .messages();
    assertThat(messages).extracting(Message::kind).containsExactly(Kind.MALFORMED, Kind.REQUEST);
    assertThat(messages.get(0).problem()).contains("40 bytes").contains("not captured");
    assertThat(messages.get(1).summary()).isEqualTo("GET /2");
  }

  @Test
  void endlessLinesArePassedOver() {
    byte[] endless = new byte[300_000];
    List<Message> messages =
        new Talk()
            .client("GET /1 HTTP/1.1\r\n\r\nrubbish\n")
            .client(endless)
            .client("\nGET /2 HTTP/1.1\r\n\r\n")
            .messages(new Random(1), 1000);
    assertThat(messages)
        .extracting(Message::summary)
        .containsExactly("GET /1", "not an HTTP message", "GET /2");
  }

  @Test
  void aMessageCutShortSaysSo() {
    List<Message> messages =
        new Talk().client("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc").messages();
    assertThat(messages).singleElement().extracting(Message::problem).asString().contains("ends");
  }

  @Test
  void contradictingLengthsAreAProblem() {
    List<Message> messages =
        new Talk()
            .client("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")
            .messages();
    assertThat(messages.get(0).problem()).isEqualTo("Two lengths are given: 1, 2");
  }

  @Test
  void whatFollowsAConnectIsFoundOutAnew() {
    byte[] hello = TlsSamples.clientHello("tunnel.example");
    List<Message> messages =
        new Talk()
            .client("CONNECT tunnel.example:443 HTTP/1.1\r\n\r\n")
            .server("HTTP/1.1 200 Connection established\r\n\r\n")
            .client(hello)
            .messages();
    assertThat(messages.get(2).protocol()).isEqualTo(Protocol.TLS);
    assertThat(messages.get(2).summary()).isEqualTo("Client Hello (SNI=tunnel.example)");
  }

  @Test
  void controlCharactersNeverReachTheSummary() {
    Message request = new Talk().client("GET /\u001b[31m\ta HTTP/1.1\r\n\r\n").messages().get(0);
    assertThat(request.summary()).isEqualTo("GET /\\x1b[31m\\ta");
  }

  @Test
  void whoAsksIsTheClientThoughTheOtherWasSeenFirst() {
    List<Message> messages =
        new Talk()
            .openingNotSeen()
            .client("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            .server("GET /next HTTP/1.1\r\n\r\n")
            .client("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
            .messages();
    assertThat(messages)
        .extracting(Message::summary)
        .containsExactly("200 OK", "GET /next", "201 Created");
    assertThat(messages.get(1).fromClient()).isFalse();
    assertThat(messages.get(2).request()).isEqualTo(1);
  }

  @Test
  void graphQlIsKnownByItsBody() {
    String body = "{\"operationName\":null,\"query\":\"# c\\nquery Hero($id: ID) { hero { n } }\"}";
    String answer = "{\"data\":{\"hero\":[1,{\"data\":2}]},\"errors\":[]}";
    List<Message> messages =
        new Talk()
            .client(
                "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
            .server("HTTP/1.1 200 OK\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer)
            .client("GET /graphql?query=%7Bme%7D HTTP/1.1\r\n\r\n")
            .client(
                "POST /search HTTP/1.1\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 17\r\n\r\n{\"query\":\"shoes\"}")
            .messages();
    assertThat(messages)
        .extracting(Message::summary)
        .containsExactly(
            "POST /graphql query Hero",
            "200 OK, data, errors",
            "GET /graphql query { me }",
            "POST /search");
    assertThat(messages)
        .extracting(Message::protocol)
        .containsExactly(Protocol.GRAPHQL, Protocol.GRAPHQL, Protocol.GRAPHQL, Protocol.HTTP);
  }
}
