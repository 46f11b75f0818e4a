using System.Linq.Expressions;
using System.Reflection;
using FastApiStyle.Errors;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>422: the input is not valid, for a reason that no validator knows, such as what the database refuses.</summary>
/// <remarks>
/// Members are named as in the code, and clients read the names that they know:
/// <code>
/// new InvalidInputProblem(nameof(UserCreate.UserName), "has been taken")
/// new InvalidInputProblem("Addresses[0].Zip", "is no place")
/// InvalidInputProblem.Of&lt;UserCreate>(user => user.Addresses[0].Zip, "is no place").And&lt;UserCreate>(user => user.UserName, "has been taken")
/// </code>
/// </remarks>
public sealed class InvalidInputProblem : ProblemResult, IEndpointMetadataProvider
{
    private const string ValueError = "value_error";

    private readonly List<Func<HttpContext, Fault>> faults = [];

    /// <summary>A fault at a place that is named as the client knows it.</summary>
    /// <param name="loc">Where it stands: <c>body</c>, <c>query</c>, <c>path</c> or <c>header</c>, then names and list indices as the client knows them.</param>
    /// <param name="message">What is wrong, for people.</param>
    /// <param name="type">A stable code.</param>
    public InvalidInputProblem(IReadOnlyList<object> loc, string message, string type = ValueError)
        : this(_ => loc, message, type)
    {
    }

    /// <summary>A fault of a member of the body, or of a parameter.</summary>
    /// <param name="member">
    /// Its name in the code, such as <c>UserName</c> or <c>Addresses[0].Zip</c>. One that the body does not have is looked for among the
    /// parameters of the handler and the members of its <c>[AsParameters]</c> records.
    /// </param>
    /// <param name="message">What is wrong, for people.</param>
    public InvalidInputProblem(string member, string message)
        : this(http => MemberPlace.Of(http, null, member), message, ValueError)
    {
    }

    private InvalidInputProblem(Func<HttpContext, IReadOnlyList<object>> loc, string message, string type)
        : base(StatusCodes.Status422UnprocessableEntity, message) => Add(loc, message, type);

    /// <summary>A fault of a member of the body, or of an <c>[AsParameters]</c> record.</summary>
    /// <typeparam name="TInput">The record.</typeparam>
    /// <param name="member">The member, such as <c>user => user.Addresses[0].Zip</c>.</param>
    /// <param name="message">What is wrong, for people.</param>
    /// <param name="type">A stable code.</param>
    /// <returns>The problem.</returns>
    public static InvalidInputProblem Of<TInput>(Expression<Func<TInput, object?>> member, string message, string type = ValueError) =>
        new(PlaceOf(member), message, type);

    /// <summary>
    /// Documents the status on the route of a handler that can return it, and that there are rules which no schema states: the words of
    /// its <c>&lt;response code="422"&gt;</c> tell them.
    /// </summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ErrorWriter.Of(builder.ApplicationServices).DocumentFaults(builder);
        builder.Metadata.Add(new FurtherRules());
    }

    /// <summary>One more fault of a member of the body, or of a parameter.</summary>
    /// <param name="member">Its name in the code, such as <c>UserName</c> or <c>Addresses[0].Zip</c>.</param>
    /// <param name="message">What is wrong, for people.</param>
    /// <returns>This problem.</returns>
    public InvalidInputProblem And(string member, string message) => Add(http => MemberPlace.Of(http, null, member), message, ValueError);

    /// <summary>One more fault of a member of the body, or of an <c>[AsParameters]</c> record.</summary>
    /// <typeparam name="TInput">The record.</typeparam>
    /// <param name="member">The member, such as <c>user => user.Addresses[0].Zip</c>.</param>
    /// <param name="message">What is wrong, for people.</param>
    /// <param name="type">A stable code.</param>
    /// <returns>This problem.</returns>
    public InvalidInputProblem And<TInput>(Expression<Func<TInput, object?>> member, string message, string type = ValueError) =>
        Add(PlaceOf(member), message, type);

    private protected override Task WriteAsync(ErrorWriter errors, HttpContext http) =>
        errors.WriteFaultsAsync(http, [.. faults.Select(fault => fault(http))]);

    // Looked at now: what an index stands for may change before the answer.
    private static Func<HttpContext, IReadOnlyList<object>> PlaceOf<TInput>(Expression<Func<TInput, object?>> member)
    {
        var path = MemberPath.Of(member);
        return http => MemberPlace.Of(http, typeof(TInput), path);
    }

    private InvalidInputProblem Add(Func<HttpContext, IReadOnlyList<object>> loc, string message, string type)
    {
        faults.Add(http => new(type, loc(http), message));
        return this;
    }
}
