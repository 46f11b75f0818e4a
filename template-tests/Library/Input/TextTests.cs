using System.Text;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>Texts, and what is written as one.</summary>
[Collection(nameof(InputService))]
public sealed class TextTests(InputService service)
{
    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; Charset=\"UTF-8\"")]
    public async Task A_charset_may_stand_in_quotes(string type) =>
        await (await service.Send("POST", "/people", People.Valid, type)).MustBeAccepted();

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"utf-7\"")]
    public async Task A_charset_that_is_refused_is_a_415(string type)
    {
        using var answer = await service.Send("POST", "/people", People.Valid, type);

        await answer.MustBeProblem(415);
    }

    [Theory]
    [InlineData("\"nick\\ud800\"", "Input should be Unicode text without a lone surrogate")]
    [InlineData("\"nick\\u0000\"", "Input should be text without U+0000")]
    [InlineData("\"nick\u00FF\"", "Input should be Unicode text in UTF-8")]
    public async Task A_text_is_told_what_is_wrong_with_it(string json, string words)
    {
        var body = Encoding.Latin1.GetBytes(People.With("nickname", json));

        var problem = await (await service.Send("POST", "/people", body)).MustBeProblem(422);

        Assert.Equal(words, (string)problem["errors"]![0]!["msg"]!);
    }

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("o'neil+tag@mail.example.co.kr")]
    [InlineData("ada@exämple.com")]
    [InlineData("用户@例子.中国")]
    [InlineData("δοκιμή@παράδειγμα.ελ")]
    [InlineData("ada@xn--exmple-cua.com")]
    [InlineData("\U0001F600@example.com")]
    public async Task An_email_address_may_be_international(string address) =>
        await (await service.Send("POST", "/people", People.With("email", $"\"{address}\""))).MustBeAccepted();

    [Theory]
    [InlineData("ada@example")]
    [InlineData("admin@localhost")]
    [InlineData("ada@example.")]
    [InlineData("ada@.com")]
    [InlineData("ada@exam ple.com")]
    [InlineData("ada@example.c\u00A0m")]
    [InlineData("ada@exa_mple.com")]
    [InlineData("ada@-example.com")]
    [InlineData("a da@example.com")]
    [InlineData(".ada@example.com")]
    [InlineData("ada..b@example.com")]
    [InlineData("ada@b@example.com")]
    [InlineData("\\\"ada\\\"@example.com")]
    [InlineData("ada\u0085@example.com")]
    public async Task And_its_domain_has_a_dot_and_no_part_has_a_space(string address) =>
        await (await service.Send("POST", "/people", People.With("email", $"\"{address}\""))).MustHaveFaults("value_error@body.email");

    [Theory]
    [InlineData("{\"unknown\":\"\u00FF\",", "string_unicode@body.unknown")]
    [InlineData("{\"unknown\":[{\"a\":\"\u00C0\u0080\"}],", "string_unicode@body.unknown")]
    [InlineData("{\"un\u00FFknown\":1,", "string_unicode@body")]
    [InlineData("{\"main\":{\"street\":\"a\",\"zip\":1,\"unknown\":\"\u00FF\"},", "string_unicode@body.main.unknown")]
    public async Task Bytes_that_are_no_UTF_8_are_refused_in_what_nobody_knows_too(string start, string fault)
    {
        var body = Encoding.Latin1.GetBytes(start + People.Valid[1..]);

        await (await service.Send("POST", "/people", body)).MustHaveFaults(fault);
        // In many pieces, and in a large one.
        byte[] large = [.. body[..^1], .. Encoding.ASCII.GetBytes($",\"more\":\"{new string('x', 100_000)}\"}}")];
        await (await service.Send("POST", "/people", large)).MustHaveFaults(fault);
    }

    [Fact]
    public async Task What_is_UTF_8_is_taken()
    {
        var text = string.Concat(Enumerable.Repeat("aé漢😀", 20_000));

        await (await service.Send("POST", "/people", People.Valid[..^1] + $",\"unknown\":\"{text}\"}}")).MustBeAccepted();
    }
}
