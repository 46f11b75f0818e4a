using System.Reflection;
using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Articles;

/// <summary>Signing up, signing in, and going: nobody signs in who has not signed up.</summary>
public sealed class MembersFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var members = routes.MapGroup("").WithTags("members");
        members.MapPost("/members/login", SignIn);
        members.MapPost("/members", SignUp);
        members.MapGet("/profiles/{username}", ReadProfile);
        members.MapGet("/members/me", ReadMe).RequireAuthorization(TokenUsers.Policy);
        members.MapDelete("/members/me", DeleteMe).RequireAuthorization(TokenUsers.Policy);
    }

    /// <summary>Sign up.</summary>
    private static Results<Ok<SignedIn>, ConflictProblem> SignUp(SignUpRequest request, Journal journal) =>
        journal.Members.TryAdd(request.User.Email, request.User)
            ? TypedResults.Ok(new SignedIn(request.User.Username)) : new ConflictProblem("This address is taken.");

    /// <summary>Sign in.</summary>
    private static Results<Ok<SignedIn>, WrongPasswordProblem> SignIn(SignInRequest request, Journal journal) =>
        journal.Members.TryGetValue(request.User.Email, out var member) && member.Password == request.User.Password
            ? TypedResults.Ok(new SignedIn(member.Username)) : new WrongPasswordProblem();

    /// <summary>Read a profile.</summary>
    private static Results<Ok<Author>, NotFoundProblem> ReadProfile(string username, Journal journal) =>
        journal.Members.Values.Any(member => member.Username == username)
            ? TypedResults.Ok(new Author(username)) : new NotFoundProblem("Nobody has this name.");

    /// <summary>Read who one is.</summary>
    private static Ok<Author> ReadMe(ClaimsPrincipal user) => TypedResults.Ok(new Author(user.Identity!.Name!));

    /// <summary>Go.</summary>
    private static NoContent DeleteMe(ClaimsPrincipal user, Journal journal)
    {
        journal.Gone.TryAdd(user.Identity!.Name!, true);
        return TypedResults.NoContent();
    }

    private sealed class WrongPasswordProblem() : ProblemResult(StatusCodes.Status401Unauthorized, "The password is wrong."), IEndpointMetadataProvider
    {
        public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status401Unauthorized);
    }
}

public sealed record SignUpRequest(Member User);

public sealed record SignInRequest(Login User);

public sealed record Login(string Email, string Password);

public sealed record Member(string Username, string Email, string Password);

public sealed record SignedIn(string Username);

public sealed class MemberValidator : AbstractValidator<Member>
{
    public MemberValidator()
    {
        RuleFor(member => member.Username).Matches("^[a-z0-9-]{3,20}$");
        RuleFor(member => member.Email).EmailAddress();
        RuleFor(member => member.Password).Length(8, 40);
    }
}
