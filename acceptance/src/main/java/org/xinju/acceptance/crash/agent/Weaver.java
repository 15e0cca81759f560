package org.xinju.acceptance.crash.agent;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/**
 * Renames methods and puts others under their names, which hand the call to {@link Woven#call}. The new ones keep signature, annotations and
 * access; the code moves to the private {@code name$woven}.
 */
final class Weaver {

    static final String SUFFIX = "$woven";

    private static final ClassDesc WOVEN = ClassDesc.of(Weaver.class.getPackageName(), "Woven");
    private static final MethodTypeDesc CALL = MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Class, ConstantDescs.CD_String,
            ConstantDescs.CD_String, ConstantDescs.CD_Object, ConstantDescs.CD_Object.arrayType());

    private Weaver() {}

    /** @param names of the methods */
    static byte[] weave(byte[] original, Set<String> names) {
        var file = ClassFile.of();
        var model = file.parse(original);
        return file.transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel method && names.contains(method.methodName().stringValue()) && method.code().isPresent()
                    && !method.flags().has(AccessFlag.BRIDGE)) {
                move(builder, method);
                replace(builder, model.thisClass().asSymbol(), method);
            } else {
                builder.with(element);
            }
        });
    }

    private static void move(ClassBuilder builder, MethodModel method) {
        var keptStatic = method.flags().has(AccessFlag.STATIC) ? ClassFile.ACC_STATIC : 0;
        builder.withMethod(method.methodName().stringValue() + SUFFIX, method.methodTypeSymbol(),
                ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC | keptStatic, moved -> method.code().ifPresent(moved::with));
    }

    private static void replace(ClassBuilder builder, ClassDesc owner, MethodModel method) {
        builder.withMethod(method.methodName().stringValue(), method.methodTypeSymbol(), method.flags().flagsMask(), replaced -> {
            method.forEach(element -> {
                if (!(element instanceof CodeModel) && !(element instanceof java.lang.classfile.AccessFlags)) {
                    replaced.with(element);
                }
            });
            replaced.withCode(code -> handOver(code, owner, method));
        });
    }

    private static void handOver(CodeBuilder code, ClassDesc owner, MethodModel method) {
        var type = method.methodTypeSymbol();
        code.loadConstant(owner).loadConstant(method.methodName().stringValue()).loadConstant(type.descriptorString());
        if (method.flags().has(AccessFlag.STATIC)) {
            code.aconst_null();
        } else {
            code.aload(0);
        }
        code.loadConstant(type.parameterCount()).anewarray(ConstantDescs.CD_Object);
        for (var n = 0; n < type.parameterCount(); n++) {
            var kind = TypeKind.from(type.parameterType(n));
            code.dup().loadConstant(n).loadLocal(kind, code.parameterSlot(n));
            if (type.parameterType(n).isPrimitive()) {
                var box = boxOf(kind);
                code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type.parameterType(n)));
            }
            code.aastore();
        }
        code.invokestatic(WOVEN, "call", CALL);
        var result = type.returnType();
        if (result.equals(ConstantDescs.CD_void)) {
            code.pop().return_();
        } else if (result.isPrimitive()) {
            var kind = TypeKind.from(result);
            code.checkcast(boxOf(kind)).invokevirtual(boxOf(kind), result.displayName() + "Value", MethodTypeDesc.of(result)).return_(kind);
        } else {
            code.checkcast(result).areturn();
        }
    }

    private static ClassDesc boxOf(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            default -> throw new IllegalArgumentException("no box for " + kind);
        };
    }
}
