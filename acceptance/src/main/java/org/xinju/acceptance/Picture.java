package org.xinju.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Time against size, both in powers of ten, as an SVG; a library of charts would need fonts of the machine. */
record Picture(String title, Map<String, SortedMap<Integer, Double>> lines) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int TOP = 50;
    private static final int RIGHT = 190;
    private static final int BOTTOM = 50;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#c8553d", "#3a7d44", "#7b5ea7", "#8a6d00", "#444444");

    /** @param lines by name: milliseconds by size, both above 0 */
    Picture {
        lines = Map.copyOf(lines);
    }

    void write(Path file) {
        try {
            Files.writeString(file, svg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String svg() {
        var sizes = lines.values().stream().flatMap(line -> line.keySet().stream()).sorted().distinct().toList();
        var times = lines.values().stream().flatMap(line -> line.values().stream()).mapToDouble(Double::doubleValue).summaryStatistics();
        var lowest = Math.floor(Math.log10(times.getMin()));
        var highest = Math.max(lowest + 1, Math.ceil(Math.log10(times.getMax())));
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">\n".formatted(WIDTH, HEIGHT));
        svg.append("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n<text x=\"%d\" y=\"25\" font-size=\"16\">%s</text>\n".formatted(LEFT, title));
        for (var size : sizes) {
            svg.append(text(x(size, sizes), HEIGHT - BOTTOM + 20, "middle", String.format(Locale.ROOT, "%,d", size)));
        }
        for (var power = (int) lowest; power <= highest; power++) {
            var y = y(Math.pow(10, power), lowest, highest);
            svg.append("<path d=\"M%d %.1f H%d\" stroke=\"#dddddd\"/>\n".formatted(LEFT, y, WIDTH - RIGHT)).append(text(LEFT - 8, y + 4, "end", milliseconds(power)));
        }
        var n = 0;
        for (var line : new TreeMap<>(lines).entrySet()) {
            var colour = COLOURS.get(n++ % COLOURS.size());
            var points = line.getValue().entrySet().stream().map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.getKey(), sizes), y(point.getValue(), lowest, highest)))
                    .collect(Collectors.joining(" "));
            svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n".formatted(points, colour));
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" fill=\"%s\"/>\n".formatted(WIDTH - RIGHT + 20, TOP + 22 * n - 5, colour))
                    .append(text(WIDTH - RIGHT + 40, TOP + 22 * n, "start", line.getKey()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static double x(int size, List<Integer> sizes) {
        var from = Math.log10(sizes.getFirst());
        var to = Math.max(from + 1, Math.log10(sizes.getLast()));
        return LEFT + 20 + (Math.log10(size) - from) / (to - from) * (WIDTH - LEFT - RIGHT - 40);
    }

    private static double y(double time, double lowest, double highest) {
        return HEIGHT - BOTTOM - (Math.log10(time) - lowest) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
    }

    private static String milliseconds(int power) {
        return power >= 0 ? "%.0f ms".formatted(Math.pow(10, power)) : "%s ms".formatted(Math.pow(10, power));
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words);
    }
}
