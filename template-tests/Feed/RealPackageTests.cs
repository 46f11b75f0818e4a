using FastApiStyle.TemplateTests.Harness;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Feed;

public sealed class RealPackageTests
{
    [RealPackageFact(RealPackages.AuthoringTasks)]
    public async Task The_real_Authoring_Tasks_pack_our_templates_and_refuse_a_faulty_one()
    {
        var pack = await RealPackages.Pack;
        var packed = await Shell.Dotnet(pack, "pack", "--no-restore", "-nodeReuse:false", "-v:normal");
        Assert.Matches("found [1-9][0-9]* templates", packed.MustSucceed().MustNotWarn().Output);

        var config = Path.Combine(pack, Path.GetRelativePath(Repository.Root, Repository.TemplateConfig), "template.json");
        File.WriteAllText(config, File.ReadAllText(config).Replace("\"identity\"", "\"identit\""));
        var refused = await Shell.Dotnet(pack, "pack", "--no-restore", "-nodeReuse:false");
        Assert.Contains("'identity' is missing", refused.MustExitWith(1).Output);
    }

    /// <summary>Folders that most machines have, and that Verify replaces unless told not to.</summary>
    [RealPackageFact(RealPackages.Verify)]
    public async Task The_real_Verify_compares_the_folders_of_a_machine_as_they_stand() =>
        await Verify("/tmp and /root");
}
