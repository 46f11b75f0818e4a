using System.Text;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>Bodies that are at fault in more places than an answer lists.</summary>
[Collection(nameof(Alone))]
public sealed class ManyFaultsTests
{
    private const int Many = 100_000;

    private static readonly (string Body, string First, string Last)[] Cases =
    [
        (People.With("numbers", People.List("\"x\"", Many)), "int_parsing@body.numbers[0]", "int_parsing@body.numbers[99]"),
        (People.With("addresses", People.List("5", Many)), "model_attributes_type@body.addresses[0]", "model_attributes_type@body.addresses[99]"),
        (People.With("counts", $"{{{string.Join(',', Enumerable.Range(0, Many).Select(i => $"\"a{i}\":\"x\""))}}}"),
            "int_parsing@body.counts.a0", "int_parsing@body.counts.a99"),
        (People.With(("numbers", People.List("\"x\"", Many)), ("email", "\"nobody\"")), "int_parsing@body.numbers[0]", "int_parsing@body.numbers[99]"),
        (People.With("numbers", People.List("1000", Many)), "not_unique@body.numbers", """less_than@body.numbers[98] {"lt":1000}"""),
        (People.With("addresses", People.List("""{"street":"","zip":1}""", Many)),
            $$"""too_long@body.addresses {"field_type":"List","max_length":5,"actual_length":{{Many}}}""", """string_too_short@body.addresses[98].street {"min_length":1}"""),
    ];

    [Fact]
    public async Task Of_a_hundred_thousand_faults_the_first_hundred_are_listed_in_bounded_memory()
    {
        await using var service = await InputService.Start(maxBodyBytes: 8 * 1024 * 1024);
        foreach (var (body, first, last) in Cases)
        {
            var before = GC.GetTotalAllocatedBytes();
            using var answer = await service.Client.PostAsync("/people", new StringContent(body, Encoding.UTF8, "application/json"));
            var allocated = GC.GetTotalAllocatedBytes() - before;

            var problem = await answer.MustBeProblem(422);
            var faults = problem.ListFaults();
            Assert.Equal("More than 100 errors in the request; the first 100 are listed.", (string)problem["detail"]!);
            Assert.Equal(100, faults.Length);
            Assert.Equal((first, last), (faults[0], faults[^1]));
            // A kilobyte for each fault would be more.
            Assert.InRange(allocated, 0, 64 * 1024 * 1024);
        }
    }
}
