using System.Text;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What a form may not be.</summary>
[Collection(nameof(InputService))]
public sealed class FormTests(InputService service)
{
    [Theory]
    [InlineData("user_name=a&age=3", """string_too_short@body.user_name {"min_length":3}""")]
    [InlineData("user_name=&age=3", """string_too_short@body.user_name {"min_length":3}""")]
    [InlineData("user_name=abc&age=x", "int_parsing@body.age")]
    [InlineData("user_name=abc&age=", "int_parsing@body.age")]
    [InlineData("user_name=abc&age=3.0", "int_parsing@body.age")]
    [InlineData("user_name=abc&age=99999999999", "int_parsing_size@body.age")]
    [InlineData("user_name=abc&age=151", """less_than_equal@body.age {"le":150}""")]
    [InlineData("user_name=abc&age=3&role=Owner", """enum@body.role {"expected":"'owner' or 'guest'"}""")]
    [InlineData("user_name=abc&age=3&role=0", """enum@body.role {"expected":"'owner' or 'guest'"}""")]
    [InlineData("user_name=abc&user_name=abc&age=300", "duplicate_parameter@body.user_name", """less_than_equal@body.age {"le":150}""")]
    [InlineData("age=x", "missing@body.user_name", "int_parsing@body.age")]
    [InlineData("user_name=abc", "missing@body.age")]
    [InlineData("unknown=1", "missing@body.user_name", "missing@body.age")]
    [InlineData("", "missing@body.user_name", "missing@body.age")]
    [InlineData("role=zz&age=x&user_name=a", """string_too_short@body.user_name {"min_length":3}""", "int_parsing@body.age", """enum@body.role {"expected":"'owner' or 'guest'"}""")]
    public async Task A_field_is_refused_like_a_member(string form, params string[] faults)
    {
        await (await service.Send("POST", "/people/form", form, "application/x-www-form-urlencoded")).MustHaveFaults(faults);
        if (form.Length > 0)
        {
            await (await service.Send("POST", "/people/form", Multipart(form), "multipart/form-data; boundary=b")).MustHaveFaults(faults);
        }
    }

    [Theory]
    [InlineData("user_name=abc%00&age=3", "application/x-www-form-urlencoded")]
    [InlineData("abc", "multipart/form-data; boundary=b")]
    [InlineData("abc", "multipart/form-data")]
    public async Task A_form_that_cannot_be_read(string form, string type) =>
        await (await service.Send("POST", "/people/form", form, type)).MustHaveFaults("form_invalid@body");

    [Fact]
    public async Task A_form_of_too_many_fields_or_too_long_a_name()
    {
        var many = string.Join('&', Enumerable.Range(0, 2000).Select(i => $"k{i}=1"));
        var longName = $"{new string('k', 5000)}=1";

        await (await service.Send("POST", "/people/form", many, "application/x-www-form-urlencoded")).MustHaveFaults("form_invalid@body");
        await (await service.Send("POST", "/people/form", longName, "application/x-www-form-urlencoded")).MustHaveFaults("form_invalid@body");
        await (await service.Send("POST", "/orders/notes", many, "application/x-www-form-urlencoded")).MustHaveFaults("form_invalid@body");
    }

    [Fact]
    public async Task No_form_at_all() =>
        await (await service.Send("POST", "/people/form")).MustHaveFaults("missing@body.user_name", "missing@body.age");

    [Theory]
    [InlineData("user_name=abc&age=150")]
    [InlineData("age=0&role=guest&unknown=1&user_name=%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80")]
    public async Task A_valid_form_is_accepted(string form)
    {
        await (await service.Send("POST", "/people/form", form, "application/x-www-form-urlencoded")).MustBeAccepted();
        await (await service.Send("POST", "/people/form", Multipart(form), "multipart/form-data; boundary=b")).MustBeAccepted();
    }

    private static string Multipart(string form)
    {
        var parts = new StringBuilder();
        foreach (var field in form.Split('&').Select(field => field.Split('=')))
        {
            parts.Append($"--b\r\nContent-Disposition: form-data; name=\"{field[0]}\"\r\n\r\n{Uri.UnescapeDataString(field[1])}\r\n");
        }

        return $"{parts}--b--\r\n";
    }
}
