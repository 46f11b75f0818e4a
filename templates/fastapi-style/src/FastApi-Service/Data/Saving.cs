using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FastApiService.Data;

/// <summary>Saving where something must be unique.</summary>
internal static class Saving
{
    // SQLITE_CONSTRAINT_UNIQUE: https://sqlite.org/rescode.html#constraint_unique
    private const int UniqueViolation = 2067;

    /// <summary>Saves, and lets the database decide what is unique: a look before would race with another request.</summary>
    /// <returns>False where something that must be unique stands already.</returns>
    public static async Task<bool> TrySaveUniqueAsync(this AppDbContext database, CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation })
        {
            return false;
        }
    }
}

/// <summary>Text to look for with LIKE, where <c>%</c> and <c>_</c> stand for themselves.</summary>
internal static class LikePattern
{
    public const string EscapeCharacter = "\\";

    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
