package wireflight.build;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Marks a slow test class that runs beside the others, which run one after another. Its tests may
 * run beside each other too.
 *
 * <p>Such a class mostly waits for other programs, or only computes. It opens no window, for there
 * is one toolkit; it changes nothing that the whole JVM shares; and nothing in it, or in a class
 * that runs meanwhile, hangs on how long something takes. Classes in which packets are held against
 * the clock are {@link org.junit.jupiter.api.parallel.Isolated}: they run when all these are done.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
public @interface Beside {}
