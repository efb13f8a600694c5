package wireflight.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to call processes: by the program that each runs, or the script that it interprets, so that
 * {@code python3 server.py} is {@code server.py}. Thread-safe.
 */
final class ProgramNames {
  private static final Pattern INTERPRETER =
      Pattern.compile(
          "(python|pypy|ruby|perl|php|node|nodejs|bash|dash|sh|java|lua|deno|bun)[\\d.]*");

  /** Options of interpreters whose next argument is a value and no script. */
  private static final Set<String> WITH_VALUE =
      Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "-W", "-X", "-r", "-I");

  private static final Pattern ZERO = Pattern.compile("\0");

  private final Map<Integer, String> names = new HashMap<>();

  /** The name of a process: that of its program, with its identifier where another has it too. */
  synchronized String of(int process) {
    String known = names.get(process);
    return known == null ? put(process, program(commandLine(process))) : known;
  }

  /** A process now runs this command. */
  synchronized void runs(int process, List<String> command) {
    names.remove(process);
    put(process, program(command));
  }

  private String put(int process, String program) {
    String name = names.containsValue(program) ? program + "[" + process + "]" : program;
    names.put(process, name);
    return name;
  }

  private static List<String> commandLine(int process) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", String.valueOf(process), "cmdline"));
      return ZERO.splitAsStream(new String(bytes, StandardCharsets.UTF_8)).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The name of what a command runs; {@code process} for an empty one. */
  static String program(List<String> command) {
    if (command.isEmpty()) {
      return "process";
    }
    String program = file(command.getFirst());
    if (!INTERPRETER.matcher(program).matches()) {
      return program;
    }
    for (int i = 1; i < command.size(); i++) {
      String argument = command.get(i);
      boolean more = i + 1 < command.size();
      if (more && (argument.equals("-m") || argument.equals("-jar"))) {
        return file(command.get(i + 1));
      }
      if (argument.equals("-c") || argument.equals("-e")) {
        return program;
      }
      if (WITH_VALUE.contains(argument)) {
        i++;
      } else if (!argument.startsWith("-")) {
        return file(argument);
      }
    }
    return program;
  }

  private static String file(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? path : name;
  }
}
