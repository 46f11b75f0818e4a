using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.Articles;

/// <summary>Everything in wrappers, and named by what the service makes: slugs, and numbers within an article.</summary>
public sealed class ArticlesFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<Journal>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/articles").WithTags("articles");
        articles.MapPost("/{slug}/comments", CreateComment).RequireAuthorization(TokenUsers.Policy);
        articles.MapGet("/{slug}/comments", ListComments);
        articles.MapDelete("/{slug}/comments/{commentId}", DeleteComment).RequireAuthorization(TokenUsers.Policy);
        articles.MapPost("/", CreateArticle).RequireAuthorization(TokenUsers.Policy);
        articles.MapGet("/", ListArticles);
        articles.MapGet("/{slug}", ReadArticle);
        articles.MapDelete("/{slug}", DeleteArticle).RequireAuthorization(TokenUsers.Policy);
    }

    /// <summary>Create an article.</summary>
    private static Ok<ArticleAnswer> CreateArticle(ArticleRequest request, Journal journal, ClaimsPrincipal user) =>
        TypedResults.Ok(new ArticleAnswer(journal.Write(request.Article.Title, user.Identity!.Name!)));

    /// <summary>List articles; who signs in sees their own first.</summary>
    private static Ok<ArticleList> ListArticles(Journal journal, ClaimsPrincipal user) =>
        TypedResults.Ok(new ArticleList([.. journal.Articles.Values.OrderBy(article => article.Author.Username != user.Identity?.Name).Take(5)]));

    /// <summary>Read an article.</summary>
    private static Results<Ok<ArticleAnswer>, NotFoundProblem> ReadArticle(string slug, Journal journal) =>
        journal.Articles.TryGetValue(slug, out var article) ? TypedResults.Ok(new ArticleAnswer(article)) : NoSuchArticle();

    /// <summary>Delete an article.</summary>
    private static Results<NoContent, NotFoundProblem> DeleteArticle(string slug, Journal journal) =>
        journal.Articles.TryRemove(slug, out _) ? TypedResults.NoContent() : NoSuchArticle();

    /// <summary>Comment on an article.</summary>
    private static Results<Ok<CommentAnswer>, NotFoundProblem> CreateComment(string slug, CommentRequest request, Journal journal) =>
        journal.Comment(slug, request.Comment.Body) is { } comment ? TypedResults.Ok(new CommentAnswer(comment)) : NoSuchArticle();

    /// <summary>List comments.</summary>
    private static Results<Ok<CommentList>, NotFoundProblem> ListComments(string slug, Journal journal) =>
        journal.Articles.ContainsKey(slug) ? TypedResults.Ok(new CommentList([.. journal.CommentsOf(slug)])) : NoSuchArticle();

    /// <summary>Delete a comment.</summary>
    private static Results<NoContent, NotFoundProblem> DeleteComment(string slug, int commentId, Journal journal) =>
        journal.Delete(slug, commentId) ? TypedResults.NoContent() : new NotFoundProblem("There is no such comment.");

    private static NotFoundProblem NoSuchArticle() => new("There is no such article.");
}

public sealed record ArticleRequest(ArticleCreate Article);

public sealed record ArticleCreate(string Title);

public sealed record ArticleAnswer(Article Article);

public sealed record ArticleList(IReadOnlyList<Article> Articles);

public sealed record Article(string Slug, string Title, Author Author);

public sealed record Author(string Username);

public sealed record CommentRequest(CommentCreate Comment);

public sealed record CommentCreate(string Body);

public sealed record CommentAnswer(Comment Comment);

public sealed record CommentList(IReadOnlyList<Comment> Comments);

public sealed record Comment(int Id, string Body);

public sealed class ArticleCreateValidator : AbstractValidator<ArticleCreate>
{
    public ArticleCreateValidator() => RuleFor(article => article.Title).NotEmpty().MaximumLength(80);
}
