using FastApiStyle;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Data;

namespace Shop.Features.Articles;

/// <summary>Articles and comments on them, as they are written who leave the rules to the database.</summary>
public sealed class ArticlesFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/articles").WithTags("articles");
        articles.MapPost("/", CreateTables);
        articles.MapPut("/{id}", CreateArticle);
        articles.MapDelete("/{id}", DeleteArticle);
        articles.MapDelete("/{id}/unread", DeleteUnread);
        articles.MapPost("/{id}/comments", CreateComment);
        articles.MapDelete("/{id}/comments", DeleteComments);
    }

    /// <summary>Create the tables, which no migration does.</summary>
    private static async Task<NoContent> CreateTables(AppDbContext database, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE "Articles" ("Id" uuid CONSTRAINT "PK_Articles" PRIMARY KEY, "Slug" varchar(50) NOT NULL);
            CREATE UNIQUE INDEX "IX_Articles_Slug" ON "Articles" ("Slug");
            CREATE TABLE "Comments" ("Id" uuid PRIMARY KEY, "ArticleId" uuid NOT NULL REFERENCES "Articles" ON DELETE RESTRICT);
            """, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Create an article.</summary>
    private static async Task<Results<NoContent, ConflictProblem>> CreateArticle(
        Guid id, string slug, AppDbContext database, CancellationToken cancellation)
    {
        database.Set<Article>().Add(new Article { Id = id, Slug = slug });
        return await database.SaveUniqueAsync(cancellation) is { } taken ? new ConflictProblem(taken) : TypedResults.NoContent();
    }

    /// <summary>Delete an article that nobody has commented on.</summary>
    private static async Task<Results<NoContent, NotFoundProblem>> DeleteUnread(Guid id, AppDbContext database, CancellationToken cancellation) =>
        await database.Set<Article>().Where(article => article.Id == id).ExecuteDeleteAsync(cancellation) > 0
            ? TypedResults.NoContent()
            : new NotFoundProblem("There is no such article.");

    /// <summary>Delete an article.</summary>
    private static async Task<Results<NoContent, NotFoundProblem, ConflictProblem>> DeleteArticle(
        Guid id, AppDbContext database, CancellationToken cancellation) =>
        await database.Set<Article>().Where(article => article.Id == id).ExecuteDeleteAsync(cancellation) > 0
            ? TypedResults.NoContent()
            : new NotFoundProblem("There is no such article.");

    /// <summary>Comment on an article.</summary>
    private static async Task<Results<NoContent, NotFoundProblem>> CreateComment(
        Guid id, AppDbContext database, CancellationToken cancellation)
    {
        if (!await database.Set<Article>().AnyAsync(article => article.Id == id, cancellation))
        {
            return new NotFoundProblem("There is no such article.");
        }
        // Time enough for another request.
        await Task.Delay(5, cancellation);
        database.Set<Comment>().Add(new Comment { ArticleId = id });
        await database.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Delete all comments on an article, one by one.</summary>
    private static async Task<Results<NoContent, ConflictProblem>> DeleteComments(Guid id, AppDbContext database, CancellationToken cancellation)
    {
        var comments = await database.Set<Comment>().Where(comment => comment.ArticleId == id).ToListAsync(cancellation);
        await Task.Delay(5, cancellation);
        database.RemoveRange(comments);
        await database.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}

internal sealed class Article
{
    public Guid Id { get; init; }
    public required string Slug { get; init; }
}

internal sealed class Comment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ArticleId { get; init; }
}

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder) => builder.ToTable("Articles", table => table.ExcludeFromMigrations());
}

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder) => builder.ToTable("Comments", table => table.ExcludeFromMigrations());
}
