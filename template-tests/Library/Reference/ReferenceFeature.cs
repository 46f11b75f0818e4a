using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>An application of FastAPI, written on the library.</summary>
public sealed class ReferenceFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var application = routes.MapGroup("").DisableAntiforgery();
        application.MapPost("/token", CreateToken).WithTags("login");
        application.MapPost("/users", CreateUser).WithTags("users");
        application.MapGet("/users/me", ReadMe).WithTags("users").RequireAuthorization();
        application.MapGet("/items", ListItems).WithTags("items");
        application.MapGet("/items/{id}", ReadItem).WithTags("items");
        application.MapPost("/items", CreateItem).WithTags("items")
            .RequireAuthorization(policy => policy.RequireAssertion(user => user.User.Identity?.Name?.StartsWith("user:", StringComparison.Ordinal) == true));
        application.MapGet("/numbers/{n}", ReadNumber).WithTags("items");
        application.MapPost("/files", Upload).WithTags("files");
    }

    /// <summary>Sign in.</summary>
    private static Results<Ok<string>, OAuthProblem> CreateToken([FromForm] Credentials credentials) => credentials.Password == "wrong"
        ? new OAuthProblem("invalid_grant", "No user has this name and this password.")
        : TypedResults.Ok(credentials.Username);

    /// <summary>Sign up.</summary>
    private static Created<UserRead> CreateUser(UserCreate user) => TypedResults.Created("/users/me", new UserRead(user.Email, user.FullName));

    /// <summary>Say who asks.</summary>
    private static Ok<UserRead> ReadMe(HttpContext http) => TypedResults.Ok(new UserRead(http.User.Identity!.Name!));

    /// <summary>List items.</summary>
    private static Ok<Page<ItemCreate>> ListItems([AsParameters] ItemQuery query) =>
        TypedResults.Ok(new Page<ItemCreate>([], 0, query.Limit, query.Skip));

    /// <summary>Read an item.</summary>
    private static Results<Ok<ItemCreate>, NotFoundProblem> ReadItem(Guid id, [FromHeader] string? xTrace = null) =>
        new NotFoundProblem($"There is no item {id}{xTrace}.");

    /// <summary>Create an item.</summary>
    private static Created<ItemCreate> CreateItem(ItemCreate item) => TypedResults.Created("/items/1", item);

    /// <summary>Multiply a number.</summary>
    private static Ok<double> ReadNumber([AsParameters] Product product) => TypedResults.Ok(product.N * product.Factor);

    /// <summary>Take a file.</summary>
    private static Ok<long> Upload([FromForm] Upload upload) => TypedResults.Ok(upload.File.Length);
}
