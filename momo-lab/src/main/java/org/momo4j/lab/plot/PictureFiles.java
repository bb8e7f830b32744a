package org.momo4j.lab.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.momo4j.lab.report.AtomicFile;
import org.w3c.dom.Document;

/** Writes a picture as NAME.svg, for papers, and NAME.png at twice the size, for screens. */
public final class PictureFiles {
    private static final int PNG_SCALE = 2;
    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

    private PictureFiles() {}

    /**
     * Writes both files.
     *
     * @return the files
     * @throws IOException if one cannot be written
     */
    public static List<Path> write(Picture picture, Path folder, String name) throws IOException {
        Path svg = folder.resolve(name + ".svg");
        Path png = folder.resolve(name + ".png");
        AtomicFile.write(svg, out -> svg(picture).stream(new OutputStreamWriter(out, StandardCharsets.UTF_8), true));
        AtomicFile.write(png, out -> ImageIO.write(png(picture), "png", out));
        return List.of(svg, png);
    }

    private static SVGGraphics2D svg(Picture picture) {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG_NAMESPACE, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("MoMo for Java");
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
        paint(picture, graphics);
        return graphics;
    }

    private static BufferedImage png(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width() * PNG_SCALE, picture.height() * PNG_SCALE,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PNG_SCALE, PNG_SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        paint(picture, graphics);
        graphics.dispose();
        return image;
    }

    private static void paint(Picture picture, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.width(), picture.height());
        picture.draw(graphics);
    }
}
