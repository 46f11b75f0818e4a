using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Clients.FrontEnd;

public sealed record Token(string AccessToken, string TokenType);

public sealed record PasswordForm(
    [property: FromForm] string Username,
    [property: FromForm] string Password,
    [property: FromForm] string? GrantType = null,
    [property: FromForm] string Scope = "",
    [property: FromForm] string? ClientId = null,
    [property: FromForm] string? ClientSecret = null);

public sealed record UserCreate(string Email, string Password, string? FullName = null);

public sealed class UserCreateValidator : AbstractValidator<UserCreate>
{
    public UserCreateValidator()
    {
        RuleFor(user => user.Email).EmailAddress();
        RuleFor(user => user.Password).Length(8, 40);
    }
}

public sealed record UserPublic(Guid Id, string Email, string? FullName);

public enum ItemStatus
{
    Draft,
    OnSale,
}

public sealed record ItemCreate(string Title, ItemStatus ItemStatus = ItemStatus.Draft, IReadOnlyList<string>? Tags = null);

public sealed class ItemCreateValidator : AbstractValidator<ItemCreate>
{
    public ItemCreateValidator() => RuleFor(item => item.Title).Length(1, 100);
}

public sealed record ItemPublic(Guid Id, string Title, ItemStatus ItemStatus, IReadOnlyList<string> Tags);

public sealed record ItemsPublic(IReadOnlyList<ItemPublic> Data, int Count);

public sealed record ItemQuery(int Skip = 0, int Limit = 20, ItemStatus? ItemStatus = null);

public sealed class ItemQueryValidator : AbstractValidator<ItemQuery>
{
    public ItemQueryValidator()
    {
        RuleFor(query => query.Skip).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
    }
}

public sealed record UploadForm(IFormFile File, [property: FromForm] string? Note = null);

public sealed class UploadFormValidator : AbstractValidator<UploadForm>
{
    public UploadFormValidator() => RuleFor(form => form.Note).MaximumLength(20);
}

public sealed record Upload(long Size, string? Note);
