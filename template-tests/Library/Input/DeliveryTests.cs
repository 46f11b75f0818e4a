using System.Text;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What a body says does not depend on how it arrives.</summary>
[Collection(nameof(InputService))]
public sealed class DeliveryTests(InputService service)
{
    private const int Limit = 1024 * 1024;

    // To the server the sizes of chunks are a part of the body.
    private const int Framing = 4096;

    private static readonly (int PieceSize, bool SaysLength)[] Ways =
        [(int.MaxValue, true), (int.MaxValue, false), (1, true), (1, false), (7, false), (4096, true)];

    private static readonly string[] Said =
    [
        People.With("nickname", "\"\U0001F600\U0001F600 and ü\""),
        People.With(("age", "\"x\""), ("code", "\"abc\""), ("nickname", "\"\U0001F600\"")),
        People.With(("email", "\"nobody\""), ("numbers", "[1,null,2000]"), ("main", """{"street":"","zip":"x"}""")),
        People.With("password", "\"short\"")[..^1],
        "null",
        "[]",
    ];

    public static TheoryData<string> Bodies => new(Said);

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task In_one_piece_or_in_chunks_or_byte_by_byte(string body)
    {
        var expected = await service.Send("POST", "/people", body).Result();
        foreach (var (pieceSize, saysLength) in Ways)
        {
            Assert.Equal(expected, await Post(service.Client, body, Math.Min(pieceSize, body.Length * 4), saysLength));
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task After_a_byte_order_mark(string body)
    {
        var expected = await service.Send("POST", "/people", body).Result();

        Assert.Equal(expected, await Post(service.Client, $"\uFEFF{body}", 4096, saysLength: false));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(70_000)]
    [InlineData(Limit - Framing)]
    public async Task Padded_up_to_the_limit(int size)
    {
        foreach (var body in Said.Take(3))
        {
            var expected = await service.Send("POST", "/people", body).Result();
            foreach (var padded in Padded(body, size))
            {
                Assert.Equal(size, Encoding.UTF8.GetByteCount(padded));
                Assert.Equal(expected, await Post(service.Client, padded, size, saysLength: true));
                Assert.Equal(expected, await Post(service.Client, padded, 4093, saysLength: false));
            }
        }
    }

    [Fact]
    public async Task Twenty_megabytes_where_so_many_are_allowed()
    {
        await using var large = await InputService.Start(maxBodyBytes: 32 * Limit);
        foreach (var (body, saysLength) in new[] { (Said[0], true), (Said[1], false), (Said[2], true) })
        {
            var expected = await service.Send("POST", "/people", body).Result();
            foreach (var padded in Padded(body, 20 * Limit).Skip(1).Take(2))
            {
                Assert.Equal(expected, await Post(large.Client, padded, 64 * 1024, saysLength));
            }
        }
    }

    [Fact]
    public async Task Exactly_as_many_bytes_as_the_limit() =>
        Assert.StartsWith("200 ", await Post(service.Client, Padded(People.Valid, Limit).First(), Limit, saysLength: true));

    [Fact]
    public async Task One_byte_above_the_limit_is_a_413()
    {
        var body = Padded(People.Valid, Limit + 1).First();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/people") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        // So the service answers before it is sent what it does not read.
        request.Headers.ExpectContinue = true;
        using var answer = await service.Client.SendAsync(request);
        await answer.MustBeProblem(413);

        using var connection = await RawConnection.Open(service.Address);
        await connection.Send(
            "POST /people HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + $"{body.Length:x}\r\n{body}\r\n");
        var chunked = (await connection.Read())!;
        Api.MustBeProblem(chunked.Body, 413, chunked.Header("Content-Type"));
    }

    private static IEnumerable<string> Padded(string body, int size)
    {
        var missing = size - Encoding.UTF8.GetByteCount(body);
        yield return new string(' ', missing) + body;
        yield return body + new string('\n', missing);
        yield return $"{{\"zzz\":\"{new string('z', missing - 9)}\",{body[1..]}";
        yield return $"{body[..^1]},\"zzz\":[1{string.Concat(Enumerable.Repeat(",1", (missing - 10) / 2))}]{new string(' ', (missing - 10) % 2)}}}";
    }

    private static Task<string> Post(HttpClient client, string body, int pieceSize, bool saysLength) =>
        client.PostAsync("/people", new SlowContent(Encoding.UTF8.GetBytes(body), pieceSize, saysLength)).Result();
}
