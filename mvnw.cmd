@echo off
rem Runs Maven for this project: an installed one of at least 3.8.6, else a pinned one fetched from the Apache archive.
setlocal enabledelayedexpansion
cd /d "%~dp0"
set "PINNED=3.9.9"
set "SHA512=a555254d6b53d267965a3404ecb14e53c3827c09c3b94b5678835887ab404556bfaf78dcfe03ba76fa2508649dca8531c74bca4d5846513522404d48e8c4ac8b"
set "KEPT=%USERPROFILE%\.wireflight\maven-%PINNED%"
set "MAVEN="
for /f "tokens=3" %%v in ('mvn -v 2^>nul ^| findstr /c:"Apache Maven "') do (
  for /f "tokens=1-3 delims=." %%a in ("%%v") do (
    set /a NUMBER=%%a*10000+%%b*100+%%c 2>nul
    if !NUMBER! GEQ 30806 set "MAVEN=mvn"
  )
)
if not defined MAVEN (
  set "MAVEN=%KEPT%\bin\mvn.cmd"
  if not exist "!MAVEN!" call :fetch || exit /b 1
)
if "%~1"=="" (
  if not exist target\classes echo Building Wireflight; the first time this fetches its libraries and takes a minute or two. 1>&2
  call "%MAVEN%" -q --no-transfer-progress
) else (
  call "%MAVEN%" %*
)
exit /b %errorlevel%

:fetch
echo No Maven of at least 3.8.6 is installed: fetching Maven %PINNED% from the Apache archive into %KEPT%. 1>&2
set "ARCHIVE=%TEMP%\apache-maven-%PINNED%-bin.tar.gz"
curl -fsSL -o "%ARCHIVE%" "https://archive.apache.org/dist/maven/maven-3/%PINNED%/binaries/apache-maven-%PINNED%-bin.tar.gz"
if errorlevel 1 (
  echo Maven could not be fetched from the Apache archive: check the network, or install Maven yourself. 1>&2
  exit /b 1
)
set "SUM="
for /f "skip=1 delims=" %%s in ('certutil -hashfile "%ARCHIVE%" SHA512') do if not defined SUM set "SUM=%%s"
set "SUM=%SUM: =%"
if /i not "%SUM%"=="%SHA512%" (
  del "%ARCHIVE%"
  echo The Maven that was fetched is not the one expected ^(SHA-512 differs^): nothing was kept. Install Maven yourself. 1>&2
  exit /b 1
)
if not exist "%USERPROFILE%\.wireflight" mkdir "%USERPROFILE%\.wireflight"
tar -xzf "%ARCHIVE%" -C "%USERPROFILE%\.wireflight"
move "%USERPROFILE%\.wireflight\apache-maven-%PINNED%" "%KEPT%" >nul
del "%ARCHIVE%"
exit /b 0
