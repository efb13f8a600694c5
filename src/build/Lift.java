import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lifts the packaged libraries' oldest classes to a class file version that the JVM's AOT cache
 * takes.
 *
 * <p>A class compiled for Java 5 has no stack maps. It is verified anew at every start, by the slow
 * old verifier, and no cache holds it; picocli is made of 200 of them, which cost a command a
 * quarter of its start. Its code stays as it is: only stack maps (JVMS 4.7.4) and the version are
 * added.
 *
 * <p>The build runs it from source, before {@code Warm}: {@code java Lift.java LIBRARIES}.
 */
public final class Lift {
  /** Java 6, the first version with stack maps. */
  private static final int FIRST_WITH_MAPS = 50;

  private Lift() {}

  /** The folder of the packaged libraries. */
  public static void main(String[] args) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) {
      if (isOld(jar)) {
        Path lifted = jar.resolveSibling(jar.getFileName() + ".lifted");
        try {
          lift(jar, lifted);
          Files.move(lifted, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IllegalArgumentException e) {
          Files.delete(lifted);
          System.out.println(jar.getFileName() + " stays as it is: " + e.getMessage());
        }
      }
    }
  }

  /** Whether any class of a library has to be lifted; signed ones must stay as they are. */
  private static boolean isOld(Path jar) throws IOException {
    boolean old = false;
    try (ZipFile library = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : entries(library)) {
        if (entry.getName().startsWith("META-INF/") && entry.getName().endsWith(".SF")) {
          return false;
        }
        if (isClass(entry) && !old) {
          byte[] bytes = bytes(library, entry);
          // JVMS 4.1: the major version is in bytes 6 and 7.
          old = bytes.length > 8 && (bytes[6] & 0xff) * 256 + (bytes[7] & 0xff) < FIRST_WITH_MAPS;
        }
      }
    }
    return old;
  }

  private static void lift(Path jar, Path lifted) throws IOException {
    try (ZipFile library = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(lifted);
        ZipOutputStream out = new ZipOutputStream(file)) {
      ClassFile classFile =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(name -> find(library, name))));
      for (ZipEntry entry : entries(library)) {
        byte[] bytes = bytes(library, entry);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(isClass(entry) ? lifted(classFile, bytes) : bytes);
        out.closeEntry();
      }
    }
  }

  private static byte[] lifted(ClassFile classFile, byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    if (model.majorVersion() >= FIRST_WITH_MAPS) {
      return bytes;
    }
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    // Passing each instruction on makes the code be written anew, with its stack maps.
    ClassTransform code = ClassTransform.transformingMethodBodies((to, each) -> to.with(each));
    return classFile.transformClass(model, version.andThen(code));
  }

  private static InputStream find(ZipFile library, ClassDesc name) {
    String descriptor = name.descriptorString();
    String path = descriptor.substring(1, descriptor.length() - 1) + ".class";
    ZipEntry entry = library.getEntry(path);
    try {
      return entry == null
          ? ClassLoader.getSystemResourceAsStream(path)
          : library.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ZipEntry> entries(ZipFile library) {
    return library.stream().<ZipEntry>map(entry -> entry).toList();
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static byte[] bytes(ZipFile library, ZipEntry entry) throws IOException {
    try (InputStream in = library.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
