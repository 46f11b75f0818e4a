using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.People;

/// <summary>Every kind of input and of rule, on routes that answer with what they were given.</summary>
public sealed class PeopleFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/people").WithTags("people");
        people.MapPost("/", CreatePerson);
        people.MapPost("/batch", CreatePeople);
        people.MapPut("/{id}", ReplacePerson);
        people.MapPatch("/{id}", ChangePerson);
        people.MapGet("/", ListPeople);
        people.MapGet("/{number}/on/{day}", ReadPerson);
        people.MapPost("/form", SubmitPerson).DisableAntiforgery();
    }

    /// <summary>Create a person.</summary>
    private static async Task<Ok<Person>> CreatePerson(Person person, CancellationToken cancellation)
    {
        await Task.Delay(0, cancellation);
        return TypedResults.Ok(person);
    }

    /// <summary>Create many.</summary>
    private static Ok<int> CreatePeople(IReadOnlyList<Person> people) => TypedResults.Ok(people.Count);

    /// <summary>Replace a person.</summary>
    private static Ok<Person> ReplacePerson([AsParameters] Replacement replacement) => TypedResults.Ok(replacement.Person);

    /// <summary>Change a person.</summary>
    private static NoContent ChangePerson(Guid id, PersonPatch patch) => id == Guid.Empty || patch.Age.HasValue ? TypedResults.NoContent() : TypedResults.NoContent();

    /// <summary>List people.</summary>
    private static Ok<PeopleQuery> ListPeople([AsParameters] PeopleQuery query) => TypedResults.Ok(query);

    /// <summary>Read a person.</summary>
    private static Ok<int> ReadPerson(int number, DateOnly day, [FromHeader(Name = "X-Version")] long version) =>
        TypedResults.Ok(number % 7 + day.Day + (int)(version % 5));

    /// <summary>Submit a person.</summary>
    private static Ok<int> SubmitPerson([AsParameters] PersonForm form) => TypedResults.Ok(form.Age);
}
