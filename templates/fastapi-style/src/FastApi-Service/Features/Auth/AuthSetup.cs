using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using FastApiStyle;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FastApiService.Features.Auth;

/// <summary>Who is asking: bearer tokens, signed by this service.</summary>
public static class AuthSetup
{
    public static void AddAuth(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && string.IsNullOrEmpty(builder.Configuration["Auth:SigningKey"]))
        {
            builder.Configuration["Auth:SigningKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        }

        builder.AddSettings<AuthSettings>("Auth");
        builder.Services.ConfigureSwaggerGen(options =>
        {
            options.OperationFilter<AuthDocs>();
            options.DocumentFilter<AuthDocs>();
        });
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<AuthSettings>>((options, settings) => Trust(options, settings.Value));
    }

    public static SymmetricSecurityKey Key(AuthSettings auth) => new(Encoding.UTF8.GetBytes(auth.SigningKey));

    private static void Trust(JwtBearerOptions options, AuthSettings auth)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = auth.Issuer,
            ValidAudience = auth.Audience,
            IssuerSigningKey = Key(auth),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ClockSkew = TimeSpan.FromSeconds(10),
            NameClaimType = JwtRegisteredClaimNames.Sub,
        };
        // Whoever has the key can sign anything.
        options.Events = new JwtBearerEvents { OnTokenValidated = RequireIdAsync };
    }

    private static Task RequireIdAsync(TokenValidatedContext context)
    {
        if (!Guid.TryParse(context.Principal!.FindFirstValue(JwtRegisteredClaimNames.Sub), out _))
        {
            context.Fail("The token is of nobody.");
        }
        return Task.CompletedTask;
    }
}

/// <summary>The settings under <c>Auth</c>.</summary>
public sealed record AuthSettings
{
    /// <summary>Who issues the tokens: the <c>iss</c> claim.</summary>
    [Required]
    public string Issuer { get; init; } = "";

    /// <summary>For whom the tokens are: the <c>aud</c> claim.</summary>
    [Required]
    public string Audience { get; init; } = "";

    /// <summary>For how many minutes a token is valid.</summary>
    [Range(1, 366 * 24 * 60)]
    public int TokenMinutes { get; init; } = 30;

    /// <summary>The secret that signs the tokens. In development a random one is made at each start.</summary>
    [SigningKey]
    public string SigningKey { get; init; } = "";
}

internal sealed class SigningKeyAttribute() : ValidationAttribute("must be a secret of at least 32 bytes, such as `openssl rand -base64 32` makes")
{
    // RFC 7518 §3.2: a key for HS256 is at least as long as its hash.
    public override bool IsValid(object? value) => Encoding.UTF8.GetByteCount($"{value}") >= 32;
}

/// <summary>Issues the tokens that this service accepts.</summary>
public sealed class TokenIssuer(IOptions<AuthSettings> settings, TimeProvider clock)
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public Token Issue(Guid user)
    {
        var auth = settings.Value;
        var now = clock.GetUtcNow().UtcDateTime;
        var lifetime = TimeSpan.FromMinutes(auth.TokenMinutes);
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = auth.Issuer,
            Audience = auth.Audience,
            Subject = new ClaimsIdentity([new(JwtRegisteredClaimNames.Sub, user.ToString())]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            SigningCredentials = new(AuthSetup.Key(auth), SecurityAlgorithms.HmacSha256),
        });
        return new Token(token, "bearer", (int)lifetime.TotalSeconds);
    }
}
