using System.Linq.Expressions;

namespace FastApiStyle.Validation;

/// <summary>What a lambda names, as <see cref="RulePath"/> reads it: <c>user => user.Addresses[0].Zip</c> is <c>Addresses[0].Zip</c>.</summary>
internal static class MemberPath
{
    /// <exception cref="ArgumentException">It names no member.</exception>
    public static string Of(LambdaExpression member) => Of(member.Body).TrimStart('.');

    private static string Of(Expression place) => place switch
    {
        ParameterExpression => "",
        UnaryExpression { NodeType: ExpressionType.Convert } boxed => Of(boxed.Operand),
        MemberExpression { Expression: { } owner } member => $"{Of(owner)}.{member.Member.Name}",
        MethodCallExpression { Method.Name: "get_Item", Object: { } list, Arguments: [var index] } => $"{Of(list)}[{ValueOf(index)}]",
        BinaryExpression { NodeType: ExpressionType.ArrayIndex } item => $"{Of(item.Left)}[{ValueOf(item.Right)}]",
        _ => throw new ArgumentException($"{place} names no member. Write it as user => user.Addresses[0].Zip."),
    };

    private static object? ValueOf(Expression index) => Expression.Lambda(index).Compile(preferInterpretation: true).DynamicInvoke();
}
