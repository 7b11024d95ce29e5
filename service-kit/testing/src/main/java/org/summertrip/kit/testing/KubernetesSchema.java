package org.summertrip.kit.testing;

import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A strict schema of Kubernetes' own kinds, read off the model classes of the official client: every field must exist and have
 * the type that the API server expects. A misspelt field, which {@code kubectl apply} would ignore, is found here.
 */
public final class KubernetesSchema {
    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    /** Kinds that a cluster gets from operators; their presence is no mistake, their fields are theirs to check. */
    private static final List<String> FOREIGN = List.of("monitoring.coreos.com/v1/ServiceMonitor");

    private KubernetesSchema() {}

    /** Everything that is wrong with a document, each as {@code path: what}. */
    public static List<String> check(Map<String, Object> document) {
        String apiVersion = String.valueOf(document.get("apiVersion"));
        String kind = String.valueOf(document.get("kind"));
        if (FOREIGN.contains(apiVersion + "/" + kind)) {
            return List.of();
        }
        List<String> wrong = new ArrayList<>();
        modelOf(apiVersion, kind)
                .ifPresentOrElse(
                        model -> object(kind, document, model, wrong),
                        () -> wrong.add(kind + ": no such kind in " + apiVersion));
        return wrong;
    }

    private static Optional<Class<?>> modelOf(String apiVersion, String kind) {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String prefix = Character.toUpperCase(version.charAt(0)) + version.substring(1);
        try {
            return Optional.of(Class.forName(MODELS + prefix + kind));
        } catch (ClassNotFoundException unknown) {
            return Optional.empty();
        }
    }

    private static void object(String path, Object value, Class<?> model, List<String> wrong) {
        if (!(value instanceof Map<?, ?> map)) {
            wrong.add(path + ": must be an object");
            return;
        }
        Map<String, Field> fields = fieldsOf(model);
        map.forEach((name, content) -> {
            Field field = fields.get(String.valueOf(name));
            if (field == null) {
                wrong.add(path + "." + name + ": no such field");
            } else {
                value(path + "." + name, content, field.getGenericType(), wrong);
            }
        });
    }

    private static void value(String path, Object value, Type type, List<String> wrong) {
        if (value == null) {
            wrong.add(path + ": is null");
        } else if (type instanceof ParameterizedType generic) {
            collection(path, value, generic, wrong);
        } else if (type instanceof Class<?> model && model.getName().startsWith(MODELS)) {
            object(path, value, model, wrong);
        } else if (!fits(value, type)) {
            wrong.add(path + ": must be " + type.getTypeName() + " but is " + value);
        }
    }

    private static void collection(String path, Object value, ParameterizedType type, List<String> wrong) {
        Type[] arguments = type.getActualTypeArguments();
        Type element = arguments[arguments.length - 1];
        if (type.getRawType() == List.class && value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                value(path + "[" + i + "]", list.get(i), element, wrong);
            }
        } else if (type.getRawType() == Map.class && value instanceof Map<?, ?> map) {
            map.forEach((key, content) -> value(path + "." + key, content, element, wrong));
        } else {
            wrong.add(path + ": must be a " + ((Class<?>) type.getRawType()).getSimpleName());
        }
    }

    private static boolean fits(Object value, Type type) {
        if (type == String.class) {
            return value instanceof String;
        }
        if (type == Integer.class || type == Long.class) {
            return value instanceof Integer || value instanceof Long;
        }
        if (type == Boolean.class) {
            return value instanceof Boolean;
        }
        if (type == IntOrString.class || type == Quantity.class) {
            return value instanceof String || value instanceof Number;
        }
        if (type == OffsetDateTime.class) {
            return value instanceof java.util.Date || value instanceof String;
        }
        return !(value instanceof Map) && !(value instanceof List) || type == Object.class;
    }

    private static Map<String, Field> fieldsOf(Class<?> model) {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : model.getDeclaredFields()) {
            SerializedName name = field.getAnnotation(SerializedName.class);
            if (name != null && !Modifier.isStatic(field.getModifiers())) {
                fields.put(name.value(), field);
            }
        }
        return fields;
    }
}
