package wireflight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.NetworkInterface;
import org.junit.jupiter.api.Test;

/** Interfaces of a real network of the test's own. */
class LinuxInterfaceTest {
  @Test
  void theLoopbackInterfaceTakesAnotherMtuThatJavaSeesToo() throws Exception {
    PrivateNetwork.call(
        () -> {
          LinuxInterface loopback = new LinuxInterface("lo");
          assertThat(loopback.up()).isTrue();
          assertThat(loopback.mtu()).isEqualTo(65536);
          loopback.setMtu(1500);
          assertThat(loopback.mtu()).isEqualTo(1500);
          assertThat(NetworkInterface.getByName("lo").getMTU()).isEqualTo(1500);
          assertThat(loopback.index()).isEqualTo(NetworkInterface.getByName("lo").getIndex());
          return null;
        });
  }

  @Test
  void whatCannotBeIsSaidInASentence() throws Exception {
    PrivateNetwork.call(
        () -> {
          assertThatThrownBy(() -> new LinuxInterface("lo").setMtu(-5))
              .isInstanceOf(IOException.class)
              .hasMessage("Cannot set the MTU of the interface lo: EINVAL (invalid argument).");
          assertThatThrownBy(() -> new LinuxInterface("nosuch0").mtu())
              .isInstanceOf(IOException.class)
              .hasMessageContaining("no network interface “nosuch0”");
          assertThatThrownBy(() -> new LinuxInterface("a-name-that-is-too-long").mtu())
              .isInstanceOf(IOException.class)
              .hasMessageContaining("cannot be the name");
          return null;
        });
  }
}
