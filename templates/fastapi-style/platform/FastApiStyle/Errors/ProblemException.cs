namespace FastApiStyle;

/// <summary>
/// Answers the request with a problem from anywhere below a handler: a service, a validator, a middleware behind
/// <see cref="FastApiStyleSetup.UseFastApiStyle"/>.
/// </summary>
/// <remarks>
/// It is an answer and no failure, so nothing is logged unless its status is one of 500 to 599. No signature names what is thrown:
/// <c>MayAnswer</c> documents it (<see cref="ProblemRoutes"/>), and the contract test finds what is not documented. Once an answer has
/// begun it is a failure like any other.
/// </remarks>
/// <param name="problem">The answer.</param>
public sealed class ProblemException(ProblemResult problem) : Exception($"{problem.Status} {problem.Detail}".TrimEnd())
{
    /// <summary>The answer.</summary>
    public ProblemResult Problem => problem;
}
