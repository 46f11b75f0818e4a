namespace FastApiStyle.Preconditions;

/// <summary>428: the change has to say of which version it is (RFC 6585 §3).</summary>
internal sealed class PreconditionRequiredProblem() : ProblemResult(StatusCodes.Status428PreconditionRequired, null);
