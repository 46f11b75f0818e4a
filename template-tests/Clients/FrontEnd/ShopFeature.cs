using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Clients.FrontEnd;

/// <summary>The application of TypeScript/front-end/api.py, as one ports it.</summary>
public sealed class ShopFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<ItemList>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/login/access-token", LoginAccessToken).WithTags("login").DisableAntiforgery();
        routes.MapPost("/users", CreateUser).WithTags("users");
        var items = routes.MapGroup("/items").WithTags("items");
        items.MapGet("", ReadItems);
        items.MapPost("", CreateItem).RequireAuthorization();
        items.MapGet("/{itemId}", ReadItem).MayAnswer<NotFoundProblem>();
        routes.MapPost("/files", UploadFile).WithTags("files").RequireAuthorization().DisableAntiforgery();
    }

    /// <summary>Sign in.</summary>
    private static Results<Ok<Token>, BadRequestProblem> LoginAccessToken([AsParameters] PasswordForm form) =>
        form.Password == "wrong password" ? new BadRequestProblem("Incorrect email or password") : TypedResults.Ok(new Token(form.Username, "bearer"));

    /// <summary>Sign up.</summary>
    private static Created<UserPublic> CreateUser(UserCreate user) =>
        TypedResults.Created((string?)null, new UserPublic(Guid.NewGuid(), user.Email, user.FullName));

    /// <summary>List items.</summary>
    private static Ok<ItemsPublic> ReadItems([AsParameters] ItemQuery query, ItemList items)
    {
        var found = items.Where(item => query.ItemStatus is null || item.ItemStatus == query.ItemStatus).ToList();
        return TypedResults.Ok(new ItemsPublic([.. found.Skip(query.Skip).Take(query.Limit)], found.Count));
    }

    /// <summary>Create an item.</summary>
    private static Created<ItemPublic> CreateItem(ItemCreate item, ItemList items)
    {
        var created = new ItemPublic(Guid.NewGuid(), item.Title, item.ItemStatus, item.Tags ?? []);
        items.Enqueue(created);
        return TypedResults.Created((string?)null, created);
    }

    /// <summary>Read an item.</summary>
    private static Ok<ItemPublic> ReadItem(Guid itemId, ItemList items) => TypedResults.Ok(items.Find(itemId));

    /// <summary>Upload a file.</summary>
    private static Ok<Upload> UploadFile([AsParameters] UploadForm form) => TypedResults.Ok(new Upload(form.File.Length, form.Note));

    public sealed class ItemList : ConcurrentQueue<ItemPublic>
    {
        public ItemPublic Find(Guid id) => this.FirstOrDefault(item => item.Id == id) ?? throw new ProblemException(new NotFoundProblem("Item not found"));
    }
}
