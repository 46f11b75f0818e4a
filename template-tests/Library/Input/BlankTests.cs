using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>A text that must not be blank is told which of the two keywords in the document it breaks.</summary>
public sealed class BlankTests
{
    private const string TooShort = """{"type":"string_too_short","loc":["body","name"],"msg":"String should have at least 1 character","ctx":{"min_length":1}}""";
    private const string Mismatch =
        """{"type":"string_pattern_mismatch","loc":["body","name"],"msg":"String should match pattern '\\S'","ctx":{"pattern":"\\S"}}""";

    [Theory]
    [InlineData("", TooShort)]
    [InlineData(" ", Mismatch)]
    [InlineData("\\t \\u3000\\ufeff", Mismatch)]
    public async Task A_blank_text_does_not_match_and_an_empty_one_is_too_short(string name, string fault)
    {
        foreach (var errors in new[] { ErrorFormat.Problem, ErrorFormat.FastApi })
        {
            await using var service = await new LibraryService(typeof(PetsFeature), typeof(PetRules)) { Api = api => api.Errors = errors }.Start();

            using var answer = await service.Client.PostAsync("/pets", new StringContent($$"""{"name":"{{name}}"}""", Encoding.UTF8, "application/json"));
            var text = await answer.Content.ReadAsStringAsync();

            Assert.Contains($"[{fault}]", text.Replace("\\u0027", "'"));
        }
    }

    internal sealed record Pet(string Name);

    internal sealed class PetRules : AbstractValidator<Pet>
    {
        public PetRules() => RuleFor(pet => pet.Name).NotEmpty().MaximumLength(9);
    }

    internal sealed class PetsFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/pets", CreatePet);

        private static Pet CreatePet(Pet pet) => pet;
    }
}
