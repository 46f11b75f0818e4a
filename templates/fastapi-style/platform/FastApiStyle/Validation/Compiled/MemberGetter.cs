using System.Linq.Expressions;
using System.Reflection;

namespace FastApiStyle.Validation.Compiled;

/// <summary>Reads what the expression of a rule names, where that is a property or the value itself.</summary>
internal static class MemberGetter
{
    private delegate TValue OfStruct<T, TValue>(ref T owner);

    public static Func<T, TValue>? Of<T, TValue>(LambdaExpression expression) => Plain(expression.Body, typeof(TValue)) switch
    {
        ParameterExpression itself when itself == expression.Parameters[0] => (Func<T, TValue>?)Itself<T, TValue>(),
        MemberExpression { Expression: ParameterExpression owner, Member: PropertyInfo { GetMethod: { } get } } when owner == expression.Parameters[0] =>
            typeof(T).IsValueType ? OfValue<T, TValue>(get) : (Func<T, TValue>?)Delegate.CreateDelegate(typeof(Func<T, TValue>), get, throwOnBindFailure: false),
        _ => null,
    };

    // As a type that it derives from, it is the same object.
    private static Expression Plain(Expression expression, Type type) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var operand }
        && !operand.Type.IsValueType && operand.Type.IsAssignableTo(type) ? operand : expression;

    private static Delegate? Itself<T, TValue>() =>
        typeof(T) == typeof(TValue) || (!typeof(T).IsValueType && typeof(T).IsAssignableTo(typeof(TValue)))
            ? static (T value) => (TValue)(object)value!
            : null;

    private static Func<T, TValue>? OfValue<T, TValue>(MethodInfo get) =>
        Delegate.CreateDelegate(typeof(OfStruct<T, TValue>), get, throwOnBindFailure: false) is OfStruct<T, TValue> getter
            ? value => getter(ref value)
            : null;
}
