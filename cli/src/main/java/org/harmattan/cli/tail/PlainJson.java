package org.harmattan.cli.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as plain JSON: times as ISO 8601, enums as their symbols, a union as its value. A record in a union of several
 * records says in {@code type} which one it is. (Avro's own JSON wraps every union and writes times as numbers.)
 */
final class PlainJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlainJson() {}

    static ObjectNode of(SpecificRecord record) {
        ObjectNode node = NODES.objectNode();
        fill(node, record);
        return node;
    }

    private static void fill(ObjectNode node, SpecificRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            node.set(field.name(), value(record.get(field.pos()), field.schema()));
        }
    }

    private static JsonNode value(@Nullable Object value, Schema schema) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof SpecificRecord record) {
            ObjectNode node = NODES.objectNode();
            if (isChoice(schema)) {
                node.put("type", record.getSchema().getName());
            }
            fill(node, record);
            return node;
        }
        if (value instanceof Collection<?> several) {
            ArrayNode array = NODES.arrayNode(several.size());
            several.forEach(one -> array.add(value(one, schema)));
            return array;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        // enums, strings, instants and dates read well as their text
        return NODES.textNode(value.toString());
    }

    private static boolean isChoice(Schema schema) {
        return schema.isUnion()
                && schema.getTypes().stream()
                                .filter(branch -> branch.getType() == Schema.Type.RECORD)
                                .count()
                        > 1;
    }
}
