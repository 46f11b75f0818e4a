using System.Text.RegularExpressions;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>What a file may say only where an option has the value that it belongs to.</summary>
internal sealed partial record Word(Regex Pattern, Func<Combination, bool> Fits, Func<string, bool>? In = null)
{
    public static IReadOnlyList<Word> All { get; } =
    [
        // Nowhere: what the engine should have taken out or replaced.
        new(Condition(), _ => false),
        new(Placeholder(), _ => false, file => file != ".fastapi-style.json"),
        new(Unreplaced(), _ => false),
        new(Scar(), _ => false),
        new(CodeScar(), _ => false, file => file.EndsWith(".cs", StringComparison.Ordinal)),

        new(Sqlite(), made => made["database"] == "sqlite", IsNoRecord),
        new(Postgres(), made => made["database"] == "postgres", IsNoRecord),
        new(Database(), made => made["database"] != "none", IsNoRecord),
        new(Connections(), made => made["database"] != "none" || made["cache"] == "redis", IsNoRecord),
        new(Users(), made => made["auth"] == "jwt"),
        new(Issuer(), made => made["auth"] == "oidc", IsNoRecord),
        new(Authorization(), made => made["auth"] != "none"),
        new(Items(), made => made.Has("sample")),
        new(ItemsInWords(), made => made.Has("sample"), IsReadme),
        new(FastApiErrors(), made => made["errors"] == "fastapi"),
        new(ProblemErrors(), made => made["errors"] == "problem"),
        new(Jobs(), made => made["jobs"] != "none", IsNoRecord),
        new(RabbitMq(), made => made["jobs"] == "rabbitmq", IsNoRecord),
        new(Docker(), made => made.Has("docker"), IsNoRecord),
        new(Kubernetes(), made => made["deploy"] == "kubernetes", IsNoRecord),
        new(GitHub(), made => made["ci"] == "github", IsReadme),
        new(Rpc(), made => made.Has("grpc"), IsNoRecord),
        new(Tests(), made => made.Has("tests"), file => !file.StartsWith(".github/", StringComparison.Ordinal) && IsNoRecord(file)),
    ];

    private static bool IsReadme(string file) => file == "README.md";

    // That file names every option on purpose.
    private static bool IsNoRecord(string file) => file != ".fastapi-style.json";

    [GeneratedRegex(@"^\s*(//+|<!--|#)?\s*#(if|elseif|else|endif)\b.*", RegexOptions.Multiline)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(pack-version|\w+-option|added-\w+|\w+-project)\b")]
    private static partial Regex Placeholder();

    [GeneratedRegex("FastApi-Service|FastApi_Service|FastApiService|fastapi-service-(image|dns)|fastapi_service_package")]
    private static partial Regex Unreplaced();

    // Blank lines that part nothing.
    [GeneratedRegex(@"\n\n\n|\n\n\z|\A\n")]
    private static partial Regex Scar();

    [GeneratedRegex(@"\{\n\n|\n\n\s*\}|^///.*\n\n", RegexOptions.Multiline)]
    private static partial Regex CodeScar();

    [GeneratedRegex("sqlite|storage/", RegexOptions.IgnoreCase)]
    private static partial Regex Sqlite();

    [GeneratedRegex("npgsql|postgres|DATABASE_PASSWORD|TEST_DATABASE", RegexOptions.IgnoreCase)]
    private static partial Regex Postgres();

    [GeneratedRegex("ConnectionStrings")]
    private static partial Regex Connections();

    [GeneratedRegex(@"EntityFramework|DbContext|MigrateAtStart|dotnet-ef|\bmigration", RegexOptions.IgnoreCase)]
    private static partial Regex Database();

    [GeneratedRegex(@"""/users|""/token"": |POST /(users|token)|Auth(:|__)SigningKey|SIGNING_KEY|\bRateLimits\b|RateLimiting:|UseRateLimiter|Features[./]Users")]
    private static partial Regex Users();

    [GeneratedRegex(@"FastApiStyle\.Jobs|\bJobQueue\b|\bIJob|Jobs:|AddJobs|Welcome")]
    private static partial Regex Jobs();

    [GeneratedRegex("rabbitmq|BROKER_PASSWORD", RegexOptions.IgnoreCase)]
    private static partial Regex RabbitMq();

    [GeneratedRegex(@"oidc|openid|Auth:Authority|AUTH_AUTHORITY|Auth__Authority|TrustedIssuer", RegexOptions.IgnoreCase)]
    private static partial Regex Issuer();

    [GeneratedRegex(@"RequireAuthorization|UseAuthentication|JwtBearer|AddAuth\b|Features[./]Auth|Auth:|Auth__|\*\*Authorize\*\*")]
    private static partial Regex Authorization();

    [GeneratedRegex(@"Features[./]Items|/items\b|\bItem(s?Feature|Service|Table|Body|Page|Response|Create|Update|sRpc)\b|\bItems?(List|Auth)?Tests\b|Set<Item>")]
    private static partial Regex Items();

    [GeneratedRegex(@"\bItems?\b|\bsample\b", RegexOptions.IgnoreCase)]
    private static partial Regex ItemsInWords();

    [GeneratedRegex(@"as in FastAPI|FastAPI's")]
    private static partial Regex FastApiErrors();

    [GeneratedRegex(@"application/problem\+json|RFC 9457")]
    private static partial Regex ProblemErrors();

    [GeneratedRegex("docker|compose", RegexOptions.IgnoreCase)]
    private static partial Regex Docker();

    [GeneratedRegex("kubernetes|kubectl|kustomiz", RegexOptions.IgnoreCase)]
    private static partial Regex Kubernetes();

    [GeneratedRegex("GitHub", RegexOptions.IgnoreCase)]
    private static partial Regex GitHub();

    [GeneratedRegex(@"grpc|protobuf|\.proto\b|Rpc\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rpc();

    [GeneratedRegex(@"dotnet test|UPDATE_OPENAPI|CONTRACT_SEED|tests/Shop|\.Tests\b")]
    private static partial Regex Tests();
}
