using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Query;

namespace FastApiService.Data;

/// <summary>Looking for text.</summary>
internal static class Search
{
    /// <summary>Keeps what has this in its text, in any letter case. <c>%</c> and <c>_</c> stand for themselves.</summary>
    public static IQueryable<T> Containing<T>(this IQueryable<T> all, Expression<Func<T, string?>> text, string search)
    {
        // SQLite has letter cases of ASCII alone; EF Core lets it ask .NET.
        var pattern = $"(?i){Regex.Escape(search)}";
        Expression<Func<string?, bool>> matches = value => Regex.IsMatch(value!, pattern);
        var body = ReplacingExpressionVisitor.Replace(matches.Parameters[0], text.Body, matches.Body);
        return all.Where(Expression.Lambda<Func<T, bool>>(body, text.Parameters));
    }
}
