using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Books;

/// <summary>Books, and all that a document says of them.</summary>
public sealed class BooksFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var books = routes.MapGroup("/books").WithTags("books");
        books.MapPost("/", CreateBook).RequireAuthorization();
        books.MapPost("/copies", CopyBook);
        books.MapGet("/", ListBooks);
        books.MapGet("/{isbn}", ReadBook).WithName("ReadBook");
        books.MapGet("/{isbn}/text", ReadText);
        books.MapGet("/{isbn}/table", ReadTable).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        books.MapGet("/news", FollowNews);
        books.MapPost("/notes", Note).DisableAntiforgery();
    }

    /// <summary>Create a book.</summary>
    /// <response code="401">Only readers with a card create books.</response>
    private static Created<Book> CreateBook(Book book) => TypedResults.Created((string?)null, book);

    /// <summary>Copy a book.</summary>
    private static CreatedAtRoute<Book> CopyBook(Book book) =>
        TypedResults.CreatedAtRoute(book, "ReadBook", new RouteValueDictionary { ["isbn"] = book.Title });

    /// <summary>List books.</summary>
    private static Ok<Page<Book>> ListBooks() => TypedResults.Ok(new Page<Book>([], 0, 20, 0));

    /// <summary>Read a book.</summary>
    /// <param name="isbn">Its number. <example>978-3-16-148410-0</example></param>
    /// <param name="pages">From which page on. <example>12</example></param>
    private static Results<Ok<Book>, NotFoundProblem> ReadBook(string isbn, int pages = 1) =>
        pages == 1 ? TypedResults.Ok(new Book("Title", "ada@example.com", null, 1, 1, 1, 1, 1)) : new NotFoundProblem("There is no such page.");

    /// <summary>Read its text.</summary>
    private static Results<FileContentHttpResult, NotFoundProblem> ReadText(string isbn) =>
        TypedResults.Bytes([1, 2, 3], fileDownloadName: $"{isbn}.bin");

    /// <summary>Read its numbers.</summary>
    private static FileContentHttpResult ReadTable(string isbn) => TypedResults.Bytes("a;b"u8.ToArray(), "text/csv", $"{isbn}.csv");

    /// <summary>Follow the news.</summary>
    private static ServerSentEventsResult<News> FollowNews() => TypedResults.ServerSentEvents(News());

    /// <summary>Write a note.</summary>
    private static Ok<string> Note([FromForm] string text) => TypedResults.Ok(text);

    private static async IAsyncEnumerable<SseItem<News>> News([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        yield return new(new News("A book has come.", new Shelf(3)));
        yield return new(new News("A book has gone.", null));
    }
}
