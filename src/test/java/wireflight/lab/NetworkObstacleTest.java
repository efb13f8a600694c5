package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a process can or cannot have a network of its own. */
class NetworkObstacleTest {
  private static final Machine.Ran REFUSED =
      new Machine.Ran(1, "unshare: unshare failed: Operation not permitted\n");

  private final FakeMachine machine = new FakeMachine();
  private final NetworkObstacle network = new NetworkObstacle(machine);

  @Test
  void anOrdinaryUserEntersThroughAUserNamespace() {
    assertThat(network.find()).isEmpty();
    assertThat(machine.ran)
        .containsExactly(List.of("unshare", "--user", "--map-root-user", "--net", "true"));
  }

  @Test
  void rootNeedsNoUserNamespace() {
    machine.asRoot();
    assertThat(network.find()).isEmpty();
    assertThat(machine.ran).containsExactly(List.of("unshare", "--net", "true"));
  }

  @ParameterizedTest
  @CsvSource({
    "/proc/sys/user/max_net_namespaces, 0, sudo sysctl user.max_net_namespaces=1000",
    "/proc/sys/user/max_user_namespaces, 0, sudo sysctl user.max_user_namespaces=1000",
    "/proc/sys/kernel/unprivileged_userns_clone, 0, sudo sysctl"
        + " kernel.unprivileged_userns_clone=1",
    "/proc/sys/kernel/apparmor_restrict_unprivileged_userns, 1, sudo sysctl"
        + " kernel.apparmor_restrict_unprivileged_userns=0",
    "/.dockerenv, '', --cap-add SYS_ADMIN",
    "/proc/sys/user/max_user_namespaces, 5000, Operation not permitted",
  })
  void theUsualCausesAreNamedWithWhatMendsThem(String file, String text, String mended) {
    machine.with(file, text).running = command -> REFUSED;
    assertThat(network.find()).hasValueSatisfying(why -> assertThat(why).contains(mended));
  }

  @Test
  void settingsThatBindOnlyOthersAreNotBlamedForRoot() {
    machine.asRoot().with("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1").running =
        command -> REFUSED;
    assertThat(network.find())
        .hasValueSatisfying(why -> assertThat(why).doesNotContain("AppArmor"));
  }

  @Test
  void aMissingCommandAndAnotherSystemAreNotTried() {
    machine.commands.clear();
    assertThat(network.find())
        .hasValueSatisfying(why -> assertThat(why).contains("apt install util-linux"));
    machine.system = "Mac OS X";
    assertThat(network.find()).hasValueSatisfying(why -> assertThat(why).contains("Only Linux"));
    assertThat(machine.ran).isEmpty();
  }
}
