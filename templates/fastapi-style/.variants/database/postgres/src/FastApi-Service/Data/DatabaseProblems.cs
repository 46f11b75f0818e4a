using FastApiStyle;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace FastApiService.Data;

/// <summary>
/// Answers what the database says no to: 503 while it is away, and 422 where it refuses a value that no validator has
/// refused before, in operations that document so. What else goes wrong with it is as unexpected as any exception.
/// </summary>
internal sealed partial class DatabaseProblems(ILogger<DatabaseProblems> logger) : IExceptionHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (IsAway(exception))
        {
            LogAway(logger, exception.GetBaseException().Message);
            await new ServiceUnavailableProblem(retryAfter: RetryAfter).ExecuteAsync(httpContext);
            return true;
        }
        if (RefusalIn(exception) is { } refusal && DocumentsInvalidInput(httpContext))
        {
            // The server does not say which value it was.
            await new InvalidInputProblem([PlaceOfInput(httpContext)], refusal).ExecuteAsync(httpContext);
            return true;
        }
        return false;
    }

    /// <summary>Whether the server could not be reached, or could not serve, so that the same may succeed later.</summary>
    public static bool IsAway(Exception exception) => Causes(exception).Any(cause => cause switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState is
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.DatabaseDropped
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.ReadOnlySqlTransaction
            or PostgresErrorCodes.QueryCanceled,
        NpgsqlException failed => failed.IsTransient,
        _ => false,
    });

    private static string? RefusalIn(Exception exception) =>
        Causes(exception).OfType<PostgresException>().FirstOrDefault()?.SqlState switch
        {
            PostgresErrorCodes.StringDataRightTruncation => "Value error, a text is longer than the database keeps",
            PostgresErrorCodes.NumericValueOutOfRange => "Value error, a number is larger than the database keeps",
            PostgresErrorCodes.DatetimeFieldOverflow => "Value error, a time is earlier or later than the database keeps",
            PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter =>
                "Value error, a text has a character that the database does not keep",
            _ => null,
        };

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    private static bool DocumentsInvalidInput(HttpContext http) => EndpointOf(http)?.Metadata
        .OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status422UnprocessableEntity) == true;

    private static string PlaceOfInput(HttpContext http) =>
        EndpointOf(http)!.Metadata.GetMetadata<IAcceptsMetadata>() is not null ? "body"
        : http.Request.QueryString.HasValue ? "query"
        : "path";

    // The request has forgotten it by now.
    private static Endpoint? EndpointOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;

    [LoggerMessage(LogLevel.Error, "The database is away: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}
