package wireflight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an installed tshark what it says of a capture, in the columns of {@code analyze}: one pass,
 * no reassembly, checksums not validated, the first transport from the outside in.
 */
final class Tshark {
  private static final List<String> ANALYSIS =
      List.of(
          "retransmission",
          "fast_retransmission",
          "spurious_retransmission",
          "out_of_order",
          "lost_segment",
          "ack_lost_segment",
          "duplicate_ack",
          "zero_window",
          "window_update",
          "window_full",
          "keep_alive",
          "keep_alive_ack",
          "zero_window_probe",
          "zero_window_probe_ack",
          "reused_ports");
  private static final List<String> FIELDS =
      List.of(
          "frame.number",
          "frame.time_relative",
          "frame.protocols",
          "tcp.stream",
          "udp.stream",
          "ip.src",
          "ip.dst",
          "ipv6.src",
          "ipv6.dst",
          "tcp.srcport",
          "tcp.dstport",
          "udp.srcport",
          "udp.dstport",
          "sctp.srcport",
          "sctp.dstport",
          "tcp.flags",
          "tcp.seq",
          "tcp.ack",
          "tcp.seq_raw",
          "tcp.ack_raw",
          "tcp.len",
          "tcp.window_size",
          "udp.length");
  private static final List<String> SETTINGS =
      List.of(
          "tcp.analyze_sequence_numbers:TRUE",
          "tcp.relative_sequence_numbers:TRUE",
          "tcp.desegment_tcp_streams:FALSE",
          "ip.defragment:FALSE",
          "ipv6.defragment:FALSE",
          "tcp.check_checksum:FALSE",
          "udp.check_checksum:FALSE",
          "ip.check_checksum:FALSE",
          "tcp.fastrt_supersedes_ooo:TRUE",
          "tcp.default_window_scaling:Not known");
  private static final Map<String, String> TRANSPORTS =
      Map.of("tcp", "TCP", "udp", "UDP", "sctp", "SCTP", "icmp", "ICMP", "icmpv6", "ICMPv6");

  private Tshark() {}

  /** Its version, such as {@code 4.0.17}; empty where it is not installed. */
  static Optional<String> version() {
    try {
      String first = run(List.of("tshark", "--version")).lines().findFirst().orElse("");
      return Optional.of(first.replaceAll("^\\D*([0-9.]*[0-9]).*$", "$1"));
    } catch (UncheckedIOException missing) {
      return Optional.empty();
    }
  }

  /** A row for each frame. */
  static List<Map<String, String>> rows(Path capture) {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
    command.addAll(List.of("-T", "fields", "-E", "separator=/t", "-E", "occurrence=a"));
    command.addAll(List.of("-E", "aggregator=,"));
    SETTINGS.forEach(setting -> command.addAll(List.of("-o", setting)));
    List<String> names = new ArrayList<>(FIELDS);
    ANALYSIS.forEach(verdict -> names.add("tcp.analysis." + verdict));
    names.forEach(name -> command.addAll(List.of("-e", name)));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : run(command).split("\n", -1)) {
      if (!line.isEmpty()) {
        String[] cells = line.split("\t", -1);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
          values.put(names.get(i), i < cells.length ? cells[i] : "");
        }
        rows.add(row(values));
      }
    }
    return rows;
  }

  /** The frames with the pieces of each packet that it puts together, as in {@code 1, 2, 3}. */
  static List<String> reassembled(Path capture) {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
    command.addAll(List.of("-o", "ip.defragment:TRUE", "-o", "ipv6.defragment:TRUE"));
    command.addAll(List.of("-T", "fields", "-e", "ip.fragment", "-e", "ipv6.fragment"));
    return run(command)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.replace(",", ", "))
        .toList();
  }

  private static String run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(Map<String, String> values) {
    Map<String, String> out = new HashMap<>();
    out.put("frame", values.get("frame.number"));
    out.put("time_relative", values.get("frame.time_relative"));
    Map<String, Integer> seen = new HashMap<>();
    String inner = "";
    String transport = "";
    for (String layer : values.getOrDefault("frame.protocols", "").split(":", -1)) {
      if (layer.equals("ip") || layer.equals("ipv6")) {
        seen.merge(layer, 1, Integer::sum);
        inner = layer;
      } else if (TRANSPORTS.containsKey(layer) && !inner.isEmpty()) {
        transport = layer;
        break;
      }
    }
    if (transport.isEmpty()) {
      return out;
    }
    out.put("protocol", TRANSPORTS.get(transport));
    int depth = seen.getOrDefault(inner, 1);
    out.put("src", nth(values, inner + ".src", depth));
    out.put("dst", nth(values, inner + ".dst", depth));
    switch (transport) {
      case "tcp" -> {
        ports(values, transport, out);
        tcp(values, out);
      }
      case "udp" -> {
        ports(values, transport, out);
        out.put("stream", nth(values, "udp.stream", 1));
        String length = nth(values, "udp.length", 1);
        out.put("len", length.isEmpty() ? "" : "" + (Integer.parseInt(length) - 8));
      }
      case "sctp" -> ports(values, transport, out);
      default -> {
        // ICMP has neither.
      }
    }
    return out;
  }

  private static void ports(Map<String, String> values, String transport, Map<String, String> out) {
    out.put("srcport", nth(values, transport + ".srcport", 1));
    out.put("dstport", nth(values, transport + ".dstport", 1));
  }

  private static void tcp(Map<String, String> values, Map<String, String> out) {
    out.put("stream", nth(values, "tcp.stream", 1));
    String flags = nth(values, "tcp.flags", 1);
    if (!flags.isEmpty()) {
      int bits = Integer.decode(flags);
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < 9; i++) {
        if ((bits >> i & 1) != 0) {
          letters.append("FSRPAUECN".charAt(i));
        }
      }
      out.put("flags", letters.toString());
    }
    for (String column : List.of("seq", "ack", "seq_raw", "ack_raw", "len")) {
      out.put(column, nth(values, "tcp." + column, 1));
    }
    out.put("window", nth(values, "tcp.window_size", 1));
    List<String> verdicts =
        ANALYSIS.stream()
            .filter(verdict -> !values.getOrDefault("tcp.analysis." + verdict, "").isEmpty())
            .toList();
    out.put("analysis", String.join(",", verdicts));
  }

  /** The so-manieth value of a field, from 1. */
  private static String nth(Map<String, String> values, String field, int place) {
    String[] all = values.getOrDefault(field, "").split(",", -1);
    return place <= all.length ? all[place - 1] : "";
  }
}
