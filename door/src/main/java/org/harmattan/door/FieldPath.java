package org.harmattan.door;

import io.micronaut.serde.exceptions.InvalidPropertyFormatException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Writes where a bad field stands, such as {@code scope[2]} or {@code location.latitude}. */
final class FieldPath {

    private FieldPath() {}

    static String of(SerdeException exception) {
        StringBuilder path = new StringBuilder();
        for (ReferencePath step : exception.getPath()) {
            if (step instanceof PropertyReferencePath property) {
                path.append(path.isEmpty() ? "" : ".")
                        .append(property.property().getName());
            } else if (step instanceof CollectionItemReferencePath item) {
                path.append('[').append(item.index()).append(']');
            } else if (step instanceof MapItemReferencePath item) {
                path.append('[').append(item.key()).append(']');
            }
        }
        if (path.isEmpty() && exception instanceof InvalidPropertyFormatException property) {
            return property.getArgument().getName();
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /** Leaves out the names of the method and of its argument, which mean nothing to the sender. */
    static String of(Path violated) {
        StringBuilder path = new StringBuilder();
        String last = "body";
        for (Path.Node node : violated) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CONSTRUCTOR) {
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                last = String.valueOf(node.getName());
                continue;
            }
            if (node.getName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
        }
        return path.isEmpty() ? last : path.toString();
    }
}
