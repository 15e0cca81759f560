package org.xinju.launcher.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoPhotoTest {

    @Test
    void others_can_read_it_and_see_the_difference() throws IOException {
        var blocked = ImageIO.read(new ByteArrayInputStream(DemoPhoto.blocked()));
        var cleared = ImageIO.read(new ByteArrayInputStream(DemoPhoto.cleared()));

        assertThat(blocked.getWidth()).isEqualTo(480);
        assertThat(blocked.getHeight()).isEqualTo(360);
        assertThat(blocked.getRGB(100, 200)).isNotEqualTo(cleared.getRGB(100, 200));
        assertThat(blocked.getRGB(10, 10)).isEqualTo(cleared.getRGB(10, 10));
    }
}
