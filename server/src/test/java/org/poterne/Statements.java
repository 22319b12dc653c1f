package org.poterne;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What the product asks of the database, read from its byte code: no statement is forgotten because no test happens to run it.
 *
 * @param texts every constant that is SQL, in the classes that speak to the database
 * @param hidden methods that ask for something whose text is put together on the way, so that {@code texts} may lack it
 */
record Statements(Set<String> texts, Set<String> hidden) {

    private static final Path CLASSES = Path.of("target/classes/org/poterne");
    private static final Pattern SQL = Pattern.compile("\\s*(select|insert|update|delete|with)\\s.*", Pattern.DOTALL);

    /** The tables that {@code TwoAgents} serves. */
    private static final List<String> TWO_AGENTS = List.of("readdress", "unbinding");

    static Statements ofTheProduct() throws IOException {
        var all = new Statements(new TreeSet<>(), new TreeSet<>());
        try (var files = Files.walk(CLASSES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                all.read(ClassFile.of().parse(file));
            }
        }
        return all;
    }

    private void read(ClassModel type) {
        var speaks = false;
        for (var method : type.methods()) {
            speaks |= read(type, method);
        }
        if (speaks) {
            StreamSupport.stream(type.constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(constant -> ((StringEntry) constant).stringValue())
                    .filter(text -> SQL.matcher(text).matches())
                    .forEach(this::add);
        }
    }

    private boolean read(ClassModel type, MethodModel method) {
        var code = method.code().stream()
                .flatMap(body -> body.elementStream())
                .filter(Instruction.class::isInstance)
                .map(Instruction.class::cast)
                .toList();
        var speaks = false;
        for (var at = 1; at < code.size(); at++) {
            if (asks(code.get(at))) {
                speaks = true;
                if (!isKnown(code.get(at - 1))) {
                    hidden.add(type.thisClass().asInternalName() + "." + method.methodName());
                }
            }
        }
        return speaks;
    }

    private static boolean asks(Instruction instruction) {
        return instruction instanceof InvokeInstruction call
                && call.owner().asInternalName().endsWith("/JdbcClient")
                && call.name().equalsString("sql");
    }

    /** A constant, a constant with a table's name in it, or a parameter that is a constant where the call comes from. */
    private static boolean isKnown(Instruction instruction) {
        return switch (instruction) {
            case ConstantInstruction constant ->
                constant.constantValue() instanceof String text
                        && SQL.matcher(text).matches();
            case InvokeInstruction call ->
                call.name().equalsString("formatted") || call.name().equalsString("batch");
            case LoadInstruction _ -> true;
            default -> false;
        };
    }

    private void add(String text) {
        if (text.contains("%s")) {
            TWO_AGENTS.forEach(table -> texts.add(text.formatted(table)));
        } else {
            texts.add(text);
        }
    }
}
