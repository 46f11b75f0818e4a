using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Features.Mail;

/// <summary>The settings under <c>Mail</c>.</summary>
public sealed record MailSettings
{
    /// <summary>Where the service stands that delivers mail.</summary>
    public string Url { get; init; } = "";

    /// <summary>Who writes.</summary>
    public string From { get; init; } = "";
}

public sealed class MailSettingsValidator : AbstractValidator<MailSettings>
{
    public MailSettingsValidator()
    {
        RuleFor(mail => mail.Url).Must(url => Uri.TryCreate(url, UriKind.Absolute, out _)).WithMessage("must be an address such as https://mail.example.com");
        RuleFor(mail => mail.From).EmailAddress();
    }
}
