package wireflight.application;

import java.util.ArrayList;
import java.util.List;

/**
 * A DNS message (RFC 1035, section 4).
 *
 * @param id pairs a query with its response
 * @param response whether it is a response
 * @param operation the opcode
 * @param code the response code
 * @param questions as {@code A example.org}
 * @param records the answer, authority and additional records that could be read
 * @param answers how many of the records are answers
 * @param flags the names of the flags set, as in {@code rd ra}
 * @param problem what is wrong; empty for a sound message
 */
record DnsMessage(
    int id,
    boolean response,
    int operation,
    int code,
    List<String> questions,
    List<DnsRecord> records,
    int answers,
    String flags,
    String problem) {
  /** Bytes of the header. */
  static final int HEADER = 12;

  private static final int MOST_RECORDS = 500;

  /** The records are copied. */
  DnsMessage {
    questions = List.copyOf(questions);
    records = List.copyOf(records);
  }

  /** Whether a header may be that of a query or, where that is asked, of a response. */
  static boolean plausible(byte[] header, boolean response) {
    int flags = two(header, 2);
    boolean direction = flags >>> 15 == 0 || response;
    int operation = flags >>> 11 & 0xf;
    boolean counts =
        two(header, 4) <= 32
            && two(header, 6) <= 2048
            && two(header, 8) <= 512
            && two(header, 10) <= 512
            && two(header, 4) + two(header, 6) + two(header, 8) + two(header, 10) > 0;
    return direction && operation <= 5 && (flags & 0x40) == 0 && counts;
  }

  /** Whether this can hardly be anything but DNS: an ordinary question, and nothing wrong. */
  boolean isCertain() {
    return problem.isEmpty() && operation == 0 && questions.size() == 1;
  }

  /** Reads a whole message; what cannot be read is told as its problem. */
  static DnsMessage parse(byte[] message) {
    if (message.length < HEADER) {
      String problem = "A DNS header has 12 bytes; here are " + message.length;
      return new DnsMessage(0, false, 0, 0, List.of(), List.of(), 0, "", problem);
    }
    int flags = two(message, 2);
    List<String> questions = new ArrayList<>();
    List<DnsRecord> records = new ArrayList<>();
    int at = questions(message, questions);
    int answerCount = two(message, 6);
    int count = answerCount + two(message, 8) + two(message, 10);
    String problem = at < 0 ? "A question runs past the end or its name is malformed" : "";
    int answers = 0;
    for (int i = 0; i < count && problem.isEmpty(); i++) {
      at = record(message, at, records);
      if (at < 0) {
        problem = "Record " + (i + 1) + " of " + count + " runs past the end or is malformed";
      } else if (i < answerCount) {
        answers = Math.min(i + 1, MOST_RECORDS);
      }
    }
    if (problem.isEmpty() && at < message.length) {
      problem = Text.count((long) message.length - at, "byte") + " follow the last record";
    }
    return new DnsMessage(
        two(message, 0),
        flags >>> 15 == 1,
        flags >>> 11 & 0xf,
        flags & 0xf,
        questions,
        records,
        answers,
        flagNames(flags),
        problem);
  }

  /** Reads the question section; says where the next one starts, or -1. */
  private static int questions(byte[] message, List<String> questions) {
    int at = HEADER;
    for (int i = 0; i < two(message, 4); i++) {
      DnsName name = DnsName.read(message, at);
      if (name.isMalformed() || name.next() + 4 > message.length) {
        return -1;
      }
      if (questions.size() < MOST_RECORDS) {
        questions.add(DnsNames.type(two(message, name.next())) + " " + name.text());
      }
      at = name.next() + 4;
    }
    return at;
  }

  /** Reads a record; says where the next one starts, or -1. */
  private static int record(byte[] message, int offset, List<DnsRecord> records) {
    DnsName name = DnsName.read(message, offset);
    int at = name.next();
    if (name.isMalformed() || at + 10 > message.length) {
      return -1;
    }
    int type = two(message, at);
    int from = at + 10;
    int to = from + two(message, at + 8);
    if (to > message.length) {
      return -1;
    }
    if (records.size() < MOST_RECORDS) {
      String value = DnsRecord.value(message, type, from, to);
      records.add(new DnsRecord(name.text(), type, value));
    }
    return to;
  }

  private static String flagNames(int flags) {
    List<String> names = new ArrayList<>();
    String[] each = {"aa", "tc", "rd", "ra", "", "ad", "cd"};
    for (int i = 0; i < each.length; i++) {
      if ((flags >>> 10 - i & 1) != 0 && !each[i].isEmpty()) {
        names.add(each[i]);
      }
    }
    return String.join(" ", names);
  }

  private static int two(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  /** One line, as in {@code A example.org} or {@code A example.org: 192.0.2.1}. */
  String summary() {
    String asked = questions.isEmpty() ? "" : String.join(", ", questions);
    String what = (operation == 0 ? "" : DnsNames.operation(operation) + " ") + asked;
    if (!response) {
      return what.isBlank() ? "query" : what;
    }
    List<String> values = new ArrayList<>();
    for (DnsRecord record : records.subList(0, answers)) {
      boolean plain = record.type() == DnsNames.A || record.type() == DnsNames.AAAA;
      values.add((plain ? "" : DnsNames.type(record.type()) + " ") + record.value());
    }
    String outcome = values.isEmpty() && code == 0 ? "no answer" : String.join(", ", values);
    String error = code == 0 ? "" : DnsNames.responseCode(code) + " ";
    return ((what.isBlank() ? "response" : what) + ": " + error + outcome).strip();
  }

  /** Its parts: questions, answers and what else it holds. */
  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("id", String.format("0x%04x", id)));
    if (!flags.isEmpty()) {
      fields.add(new Field("flags", flags));
    }
    questions.forEach(question -> fields.add(new Field("question", question)));
    if (response) {
      fields.add(new Field("response code", DnsNames.responseCode(code)));
    }
    for (int i = 0; i < records.size(); i++) {
      DnsRecord record = records.get(i);
      if (record.type() != DnsNames.OPT) {
        String text = record.name() + " " + DnsNames.type(record.type()) + " " + record.value();
        fields.add(new Field(i < answers ? "answer" : "record", text));
      }
    }
    return fields;
  }
}
