using FluentValidation;

namespace FastApiStyle.Grpc.Hosting;

/// <summary>The settings under <c>Grpc</c>.</summary>
internal sealed record GrpcSettings
{
    /// <summary>The port that speaks HTTP/2 without TLS. Without it there is none.</summary>
    public int? Port { get; init; }
}

internal sealed class GrpcSettingsValidator : AbstractValidator<GrpcSettings>
{
    public GrpcSettingsValidator() => RuleFor(grpc => grpc.Port).InclusiveBetween(1, 65535);
}
