using FastApiStyle;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FastApiService.Data;

/// <summary>Saving where the database decides: a look before would race with another request.</summary>
internal static class Saving
{
    /// <summary>Saves where something must be unique.</summary>
    /// <returns>False where something that must be unique stands already.</returns>
    public static async Task<bool> TrySaveUniqueAsync(this AppDbContext database, CancellationToken cancellation) =>
        await database.SaveUniqueAsync(cancellation) is null;

    /// <summary>Saves where several things must be unique.</summary>
    /// <returns>Null where it was saved, or else the index or key of which the same stands already, such as <c>IX_Users_Email</c>.</returns>
    public static async Task<string?> SaveUniqueAsync(this AppDbContext database, CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refused)
        {
            return refused.ConstraintName;
        }
    }

    /// <summary>Whether it failed since it refers to what is not there, or removes what is referred to.</summary>
    public static bool BreaksReference(this Exception exception) => exception.GetBaseException() is PostgresException
    {
        SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation,
    };
}

/// <summary>Answers what another request has made impossible, where nobody catches it: with the 412 of an <c>If-Match</c>, the 409 or the 404 that the operation documents, or 409 where it would delete what is referred to.</summary>
internal sealed class SavingProblems : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not DbUpdateConcurrencyException && !exception.BreaksReference())
        {
            return false;
        }
        var documented = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata
            .OfType<IProducesResponseTypeMetadata>().Select(answer => answer.StatusCode).ToList() ?? [];
        ProblemResult? problem = exception is DbUpdateConcurrencyException && httpContext.Request.Headers.IfMatch.Count > 0 && documented.Contains(StatusCodes.Status412PreconditionFailed) ? new PreconditionFailedProblem("Another request was faster.")
            : documented.Contains(StatusCodes.Status409Conflict) ? new ConflictProblem("Another request was faster.")
            : HttpMethods.IsDelete(httpContext.Request.Method) && exception.BreaksReference() ? new ConflictProblem("Something refers to it.")
            : documented.Contains(StatusCodes.Status404NotFound) ? new NotFoundProblem("What this refers to is gone.") : null;
        await (problem?.ExecuteAsync(httpContext) ?? Task.CompletedTask);
        return problem is not null;
    }
}
